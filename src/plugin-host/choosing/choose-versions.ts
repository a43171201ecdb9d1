import { toNianbaoError, type NianbaoError } from '#errors/nianbao-error.ts';
import { chainsOf, faultsOf, keptIds, memberOf, refusal, registryOf, type Member } from './members.ts';
import type { Phrase } from '#errors/locale.ts';
import { reasonOf } from '../plugin-reasons.ts';
import { RendererFault } from '../running/renderer-fault.ts';
import type { PluginSlot } from '../registry/plugin-slot.ts';
import type { PluginVersion } from '../registry/plugin-version.ts';
import type { Registry } from '../registry/registry.ts';
import { inOrderOfChains, type KeptIds } from './resolve-chains.ts';

/** What choosing needs of the roster. */
export interface ChoiceSettings {
  readonly probe: (version: PluginVersion, registry: Registry) => Promise<void>;
  readonly onRetired: (version: PluginVersion) => void;
}

/** Candidates that fit together with the others; one that does not is put aside, and its plugin keeps what it has. */
function fitting(slots: readonly PluginSlot[], kept: KeptIds): Member[] {
  const aside = new Set<PluginSlot>();
  for (;;) {
    const members = slots.flatMap((slot) =>
      memberOf(slot, aside.has(slot) ? slot.active : (slot.candidate ?? slot.active)),
    );
    const faults = faultsOf(members, kept);
    const put = members.filter(({ slot, version, name }) => version === slot.candidate && faults.has(name));
    if (put.length === 0) return members.filter(({ name }) => !faults.has(name));
    for (const { slot, name } of put) {
      aside.add(slot);
      slot.problem = faults.get(name);
    }
  }
}

/** Whoever adds a plugin is told the first line of what it threw; whoever asks for a rendering is not. */
function probeFailure(error: NianbaoError): Phrase {
  const { phrase: failure, cause } = error;
  if (!(cause instanceof RendererFault)) return reasonOf('PROBE_FAILED', { failure });
  return reasonOf('PROBE_FAILED_SAYING', { failure, message: cause.message.split('\n', 1)[0] ?? '' });
}

/** What a version takes now is said with why it does not work: it may have worked with another. */
function explain({ name, renderers, version, slot }: Member, registry: Registry, error: unknown): NianbaoError {
  const known = toNianbaoError(error);
  const failure = known.phrase;
  if (version === slot.candidate)
    return known.code === 'PLUGIN_INVALID' ? known : refusal(name, probeFailure(known), known);
  const taken = renderers.flatMap(({ takes }) => {
    if (typeof takes !== 'object') return [];
    const { manifest } = registry.chain(takes.renderer).at(-1)!.version;
    return [`“${takes.renderer}” ${manifest.version}`];
  });
  return refusal(name, reasonOf('INPUT_UNFIT', { taken: taken.join(', '), failure }), known);
}

/** Members that take nothing of others that have yet to be probed; the first of all where each waits for another. */
function withoutWaiting(unprobed: readonly Member[], registry: Registry): readonly Member[] {
  const versions = new Set(unprobed.map(({ version }) => version));
  const ready = unprobed.filter(({ renderers, version: own }) =>
    renderers.every(({ id }) => registry.chain(id).every(({ version }) => version === own || !versions.has(version))),
  );
  return ready.length > 0 ? ready : inOrderOfChains(unprobed).slice(0, 1);
}

async function probeOne(member: Member, registry: Registry, { probe }: ChoiceSettings): Promise<void> {
  const { slot, version } = member;
  const chains = chainsOf(member, registry);
  try {
    await probe(version, registry);
    version.trial = { chains, fault: undefined };
  } catch (error) {
    const fault = explain(member, registry, error);
    version.trial = { chains, fault };
    if (version === slot.candidate) await drop(slot, version, fault);
  }
}

/**
 * Probes members that have not been probed with what they take now, side by side: candidates, and versions whose input
 * comes from another version than before. False when there are none.
 */
async function probeNext(members: readonly Member[], settings: ChoiceSettings): Promise<boolean> {
  const registry = registryOf(members);
  const unprobed = members.filter((member) => member.version.trial?.chains !== chainsOf(member, registry));
  await Promise.all(withoutWaiting(unprobed, registry).map((member) => probeOne(member, registry, settings)));
  return unprobed.length > 0;
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
 * Probes the candidates of the slots that are not disabled, those first that others take their input from, and puts those that work in the
 * place of what is active. What fails replaces nothing. Plugins whose input changes thereby are probed again before;
 * one that does not work with it is offered no more, until its input or itself changes.
 */
export async function chooseVersions(all: readonly PluginSlot[], settings: ChoiceSettings): Promise<void> {
  const slots = all.filter(({ disabled }) => !disabled);
  const kept = keptIds(all);
  while (await probeNext(fitting(slots, kept), settings));
  for (const member of fitting(slots, kept)) promote(member, settings);
  const members = slots.flatMap((slot) => memberOf(slot, slot.active));
  const faults = faultsOf(members, kept);
  for (const slot of slots) slot.blocked = faults.get(slot.name);
}
