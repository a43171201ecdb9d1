import type { Phrase } from '#errors/locale.ts';
import type { RendererManifest } from '#plugin-api/manifest.ts';
import { reasonOf } from '../plugin-reasons.ts';

/** A plugin that wants to offer renderers. */
export interface ChainMember {
  readonly name: string;
  readonly renderers: readonly RendererManifest[];
}

/** Ids that only the plugin of the name may have. */
export type KeptIds = ReadonlyMap<string, string>;

interface Owned {
  readonly plugin: string;
  readonly manifest: RendererManifest;
}

function ownersOf(members: readonly ChainMember[]): Map<string, Owned> {
  const owners = new Map<string, Owned>();
  for (const { name: plugin, renderers } of members)
    for (const manifest of renderers) if (!owners.has(manifest.id)) owners.set(manifest.id, { plugin, manifest });
  return owners;
}

/** The ids that a renderer leads to, itself first; ends where an id is not there or comes again. */
function pathFrom(id: string, owners: ReadonlyMap<string, Owned>): string[] {
  const path: string[] = [];
  let next: string | undefined = id;
  while (next !== undefined && !path.includes(next)) {
    path.push(next);
    const takes: RendererManifest['takes'] | undefined = owners.get(next)?.manifest.takes;
    next = typeof takes === 'object' ? takes.renderer : undefined;
  }
  return next === undefined ? path : [...path, next];
}

function faultOf(
  { name, renderers }: ChainMember,
  owners: ReadonlyMap<string, Owned>,
  kept: KeptIds,
): Phrase | undefined {
  for (const { id, takes } of renderers) {
    const owner = kept.get(id) ?? owners.get(id)?.plugin;
    if (owner !== name) return reasonOf('RENDERER_TAKEN', { renderer: id, owner: String(owner) });
    if (typeof takes !== 'object') continue;
    const path = pathFrom(id, owners);
    if (new Set(path).size < path.length) return reasonOf('CIRCLE', { renderer: id, path: path.join(' → ') });
    if (!owners.has(takes.renderer)) return reasonOf('INPUT_MISSING', { renderer: id, upstream: takes.renderer });
  }
  return undefined;
}

/**
 * Which plugins can not be offered together, and why: an id that is kept for another or that an earlier one has, an input that nobody makes, a
 * circle. Earlier plugins go first.
 */
export function resolveChains(plugins: readonly ChainMember[], kept: KeptIds = new Map()): ReadonlyMap<string, Phrase> {
  const blocked = new Map<string, Phrase>();
  for (;;) {
    const rest = plugins.filter(({ name }) => !blocked.has(name));
    const owners = ownersOf(rest);
    const faults = rest.flatMap((one) => {
      const fault = faultOf(one, owners, kept);
      return fault === undefined ? [] : [[one.name, fault] as const];
    });
    if (faults.length === 0) return blocked;
    for (const [name, fault] of faults) blocked.set(name, fault);
  }
}

/** The plugins with those before each that it takes its input from. There are no circles. */
export function inOrderOfChains<Member extends ChainMember>(plugins: readonly Member[]): Member[] {
  const placed = new Set<string>();
  const placeable = ({ name, renderers }: Member) =>
    renderers.every(({ takes }) => {
      if (typeof takes !== 'object') return true;
      const owner = plugins.find((one) => one.renderers.some(({ id }) => id === takes.renderer));
      return owner === undefined || owner.name === name || placed.has(owner.name);
    });
  const ordered: Member[] = [];
  while (ordered.length < plugins.length) {
    const ready = plugins.filter((one) => !placed.has(one.name) && placeable(one));
    if (ready.length === 0) return [...ordered, ...plugins.filter(({ name }) => !placed.has(name))];
    for (const one of ready) placed.add(one.name);
    ordered.push(...ready);
  }
  return ordered;
}
