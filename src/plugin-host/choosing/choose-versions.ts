import { toNianbaoError, type NianbaoError } from '#errors/nianbao-error.ts';
import { chainsOf, faultsOf, memberOf, refusal, registryOf, type Member } from './members.ts';
import { reasonOf } from '../plugin-reasons.ts';
import type { PluginSlot } from '../registry/plugin-slot.ts';
import type { PluginVersion } from '../registry/plugin-version.ts';
import type { Registry } from '../registry/registry.ts';
import { inOrderOfChains } from './resolve-chains.ts';

/** What choosing needs of the roster. */
export interface ChoiceSettings {
  readonly probe: (version: PluginVersion, registry: Registry) => Promise<void>;
  readonly onRetired: (version: PluginVersion) => void;
}

/** Candidates that fit together with the others; one that does not is put aside, and its plugin keeps what it has. */
function fitting(slots: readonly PluginSlot[]): Member[] {
  const aside = new Set<PluginSlot>();
  for (;;) {
    const members = slots.flatMap((slot) =>
      memberOf(slot, aside.has(slot) ? slot.active : (slot.candidate ?? slot.active)),
    );
    const faults = faultsOf(members);
    const put = members.filter(({ slot, version, name }) => version === slot.candidate && faults.has(name));
    if (put.length === 0) return members.filter(({ name }) => !faults.has(name));
    for (const { slot, name } of put) {
      aside.add(slot);
      slot.problem = faults.get(name);
    }
  }
}

/** What a version takes now is said with why it does not work: it may have worked with another. */
function explain({ name, renderers, version, slot }: Member, registry: Registry, error: unknown): NianbaoError {
  const known = toNianbaoError(error);
  const failure = known.phrase;
  if (version === slot.candidate)
    return known.code === 'PLUGIN_INVALID' ? known : refusal(name, reasonOf('PROBE_FAILED', { failure }), known);
  const taken = renderers.flatMap(({ takes }) => {
    if (typeof takes !== 'object') return [];
    const { manifest } = registry.chain(takes.renderer).at(-1)!.version;
    return [`“${takes.renderer}” ${manifest.version}`];
  });
  return refusal(name, reasonOf('INPUT_UNFIT', { taken: taken.join(', '), failure }), known);
}

/**
 * Probes the first member that has not been probed with what it takes now: a candidate, or a version whose input comes
 * from another version than before. False when there is none.
 */
async function probeNext(members: readonly Member[], { probe }: ChoiceSettings): Promise<boolean> {
  const registry = registryOf(members);
  const next = inOrderOfChains(members).find((member) => member.version.trial?.chains !== chainsOf(member, registry));
  if (!next) return false;
  const { slot, version } = next;
  const chains = chainsOf(next, registry);
  try {
    await probe(version, registry);
    version.trial = { chains, fault: undefined };
  } catch (error) {
    const fault = explain(next, registry, error);
    version.trial = { chains, fault };
    if (version === slot.candidate) await drop(slot, version, fault);
  }
  return true;
}

async function drop(slot: PluginSlot, candidate: PluginVersion, problem: NianbaoError): Promise<void> {
  slot.candidate = undefined;
  slot.problem = problem;
  await candidate.close();
}

function promote({ slot, version }: Member, { onRetired }: ChoiceSettings): void {
  const old = slot.active;
  if (old === version) return;
  slot.active = version;
  slot.candidate = undefined;
  slot.problem = undefined;
  version.become('active');
  if (old) onRetired(old);
}

/**
 * Probes the candidates of the slots, those first that others take their input from, and puts those that work in the
 * place of what is active. What fails replaces nothing. Plugins whose input changes thereby are probed again before;
 * one that does not work with it is offered no more, until its input or itself changes.
 */
export async function chooseVersions(slots: readonly PluginSlot[], settings: ChoiceSettings): Promise<void> {
  while (await probeNext(fitting(slots), settings));
  for (const member of fitting(slots)) promote(member, settings);
  const faults = faultsOf(slots.flatMap((slot) => memberOf(slot, slot.active)));
  for (const slot of slots) slot.blocked = faults.get(slot.name);
}
