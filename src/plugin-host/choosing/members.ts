import type { Phrase } from '#errors/locale.ts';
import { NianbaoError } from '#errors/nianbao-error.ts';
import type { RendererManifest } from '#plugin-api/manifest.ts';
import type { PluginSlot } from '../registry/plugin-slot.ts';
import type { PluginVersion } from '../registry/plugin-version.ts';
import { Registry } from '../registry/registry.ts';
import { fingerprintOf } from '../running/renderer-chain.ts';
import { resolveChains, type KeptIds } from './resolve-chains.ts';

/** A version that may be offered, and the slot that it is of. */
export interface Member {
  readonly name: string;
  readonly renderers: readonly RendererManifest[];
  readonly slot: PluginSlot;
  readonly version: PluginVersion;
}

/** The slot's version as a member; none without a version. */
export function memberOf(slot: PluginSlot, version: PluginVersion | undefined): Member[] {
  return version ? [{ name: slot.name, renderers: version.manifest.renderers, slot, version }] : [];
}

/** The renderers of some members. */
export function registryOf(members: readonly Member[]): Registry {
  return new Registry(members.map(({ version }) => version));
}

/** Changes with every version that a member takes its input from. */
export function chainsOf({ renderers }: Member, registry: Registry): string {
  return renderers.map(({ id }) => fingerprintOf(registry.chain(id))).join('\n');
}

/** A plugin that can not be offered. */
export function refusal(plugin: string, reason: Phrase, cause?: unknown): NianbaoError {
  return new NianbaoError('PLUGIN_INVALID', { plugin, reason }, { cause });
}

/** Plugins that are offered already go before those that come. */
function inOrderOfMerit(members: readonly Member[]): Member[] {
  const offered = ({ slot }: Member) => slot.active !== undefined && slot.blocked === undefined;
  return [...members.filter(offered), ...members.filter((member) => !offered(member))];
}

/** Ids of built-in plugins, also of those that were removed: nobody else's output may go under a known name. */
export function keptIds(slots: readonly PluginSlot[]): KeptIds {
  return new Map(slots.flatMap(({ name, ids }) => ids.map((id) => [id, name] as const)));
}

function structuralFaults(members: readonly Member[], kept: KeptIds): Map<string, NianbaoError> {
  const blocked = resolveChains(inOrderOfMerit(members), kept);
  return new Map([...blocked].map(([name, reason]) => [name, refusal(name, reason)]));
}

/** Members that were probed with what they take now, and did not work. */
function unfit(members: readonly Member[]): Map<string, NianbaoError> {
  const registry = registryOf(members);
  const faults = members.flatMap((member) => {
    const { trial } = member.version;
    return trial?.fault && trial.chains === chainsOf(member, registry) ? [[member.name, trial.fault] as const] : [];
  });
  return new Map(faults);
}

/**
 * Which members can not be offered together, and why: an id that another has, an input that nobody makes, a circle, or
 * an input that they were found not to work with.
 */
export function faultsOf(members: readonly Member[], kept: KeptIds): ReadonlyMap<string, NianbaoError> {
  const faults = structuralFaults(members, kept);
  const failing = unfit(members.filter(({ name }) => !faults.has(name)));
  if (failing.size === 0) return faults;
  const rest = members.filter(({ name }) => !failing.has(name));
  return new Map([...structuralFaults(rest, kept), ...failing]);
}
