import { NianbaoError, toNianbaoError } from '#errors/nianbao-error.ts';
import type { PluginSlot } from './plugin-slot.ts';
import type { PluginVersion } from './plugin-version.ts';
import { Registry } from './registry.ts';
import { inOrderOfChains, resolveChains } from './resolve-chains.ts';

/** What choosing needs of the roster. */
export interface ChoiceSettings {
  readonly probe: (version: PluginVersion, registry: Registry) => Promise<void>;
  readonly onRetired: (version: PluginVersion) => void;
}

/** A version that may be offered, and the slot that it is of. */
interface Member {
  readonly name: string;
  readonly renderers: readonly PluginVersion['manifest']['renderers'][number][];
  readonly slot: PluginSlot;
  readonly version: PluginVersion;
}

function memberOf(slot: PluginSlot, version: PluginVersion | undefined): Member[] {
  return version ? [{ name: slot.name, renderers: version.manifest.renderers, slot, version }] : [];
}

function refusal(plugin: string, reason: string, cause?: unknown): NianbaoError {
  return new NianbaoError('PLUGIN_INVALID', { plugin, reason }, { cause });
}

/** Plugins that are offered already go before those that come. */
function inOrderOfMerit(members: readonly Member[]): Member[] {
  const offered = ({ slot }: Member) => slot.active !== undefined && slot.blocked === undefined;
  return [...members.filter(offered), ...members.filter((member) => !offered(member))];
}

/** Candidates that fit together with the others; one that does not is put aside, and its plugin keeps what it has. */
function fitting(slots: readonly PluginSlot[]): Member[] {
  const aside = new Set<PluginSlot>();
  for (;;) {
    const members = slots.flatMap((slot) =>
      memberOf(slot, aside.has(slot) ? slot.active : (slot.candidate ?? slot.active)),
    );
    const blocked = resolveChains(inOrderOfMerit(members));
    const put = members.filter(({ slot, version, name }) => version === slot.candidate && blocked.has(name));
    if (put.length === 0) return members.filter(({ name }) => !blocked.has(name));
    for (const { slot, name } of put) {
      aside.add(slot);
      slot.problem = refusal(name, blocked.get(name) ?? '');
    }
  }
}

/** Probes the first candidate that has not been probed; false when there is none. */
async function probeNext(members: readonly Member[], settings: ChoiceSettings): Promise<boolean> {
  const next = inOrderOfChains(members).find(
    ({ slot, version }) => version === slot.candidate && version.state === 'loading',
  );
  if (!next) return false;
  const { slot, version, name } = next;
  try {
    await settings.probe(version, new Registry(members.map((member) => member.version)));
  } catch (error) {
    slot.candidate = undefined;
    slot.problem = asRefusal(name, error);
    await version.close();
  }
  return true;
}

function asRefusal(name: string, error: unknown): NianbaoError {
  const known = toNianbaoError(error);
  return known.code === 'PLUGIN_INVALID' ? known : refusal(name, known.say('zh'), known);
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
 * place of what is active. What fails replaces nothing.
 */
export async function chooseVersions(slots: readonly PluginSlot[], settings: ChoiceSettings): Promise<void> {
  while (await probeNext(fitting(slots), settings));
  for (const member of fitting(slots)) promote(member, settings);
  const active = slots.flatMap((slot) => memberOf(slot, slot.active));
  const blocked = resolveChains(inOrderOfMerit(active));
  for (const slot of slots) {
    const reason = blocked.get(slot.name);
    slot.blocked = reason === undefined ? undefined : refusal(slot.name, reason);
  }
}
