import { setTimeout as pause } from 'node:timers/promises';
import { NianbaoError, toNianbaoError } from '#errors/nianbao-error.ts';
import type { FoundPlugin } from '../finding/find-plugins.ts';
import { stampOf } from '../loading/plugin-files.ts';
import type { PluginSlot, SlotLoading } from './plugin-slot.ts';
import type { PluginVersion } from './plugin-version.ts';

/** Whether a plugin's folder may be in the middle of being copied, so that it must be the same in two looks. */
export type MustSettle = (plugin: string) => boolean;

/** How plugins are loaded, and how long others wait for one that takes its time. */
export interface LoadRules {
  readonly load: (found: FoundPlugin, signal: AbortSignal) => Promise<PluginVersion>;
  readonly mustSettle: MustSettle;
  /** Milliseconds after which a load goes on by itself, to be taken up by a later look; undefined: all are waited for. */
  readonly patience: number | undefined;
  /** The plugin that is waited for whatever it takes. */
  readonly waitFor: string | undefined;
}

/** Slots whose folders are not what was last dealt with; those that must settle, when they have stayed so since the last look. */
async function changedSlots(
  slots: readonly PluginSlot[],
  mustSettle: MustSettle,
): Promise<{ readonly changed: readonly PluginSlot[]; readonly settled: boolean }> {
  const changed: PluginSlot[] = [];
  let settled = true;
  for (const slot of slots) {
    if (slot.disabled || !slot.found || slot.loading) continue;
    const stamp = await stampOf(slot.found.path);
    if (stamp !== slot.stamp && mustSettle(slot.name) && stamp !== slot.seen) settled = false;
    else if (stamp !== slot.stamp) changed.push(slot);
    slot.seen = stamp;
  }
  return { changed, settled };
}

async function propose(slot: PluginSlot, attempt: PluginVersion | NianbaoError): Promise<void> {
  const { candidate } = slot;
  slot.candidate = undefined;
  slot.problem = undefined;
  await candidate?.close();
  if (attempt instanceof NianbaoError) slot.problem = attempt;
  else if (attempt.digest === slot.active?.digest) await attempt.close();
  else slot.candidate = attempt;
  if (!(attempt instanceof NianbaoError)) slot.version = attempt.manifest.version;
}

function begin({ found, seen }: PluginSlot, load: LoadRules['load']): SlotLoading | undefined {
  if (!found) return undefined;
  const stop = new AbortController();
  const loading: SlotLoading = { stamp: seen, attempt: undefined, stop, done: Promise.resolve() };
  const run = async () => {
    loading.attempt = await load(found, stop.signal).catch(toNianbaoError);
  };
  loading.done = run();
  return loading;
}

/** Ends a load, or what came of it. */
export async function abandon(loading: SlotLoading | undefined): Promise<void> {
  loading?.stop.abort(new Error('The plugin is not wanted any more.'));
  await loading?.done;
  const attempt = loading?.attempt;
  if (attempt && !(attempt instanceof NianbaoError)) await attempt.close();
}

/** Takes what was loaded for the slot's candidate. False when it is still being loaded, or the folder has changed meanwhile: what was loaded is of no use then. */
async function take(slot: PluginSlot): Promise<boolean> {
  const { loading, found } = slot;
  if (!loading?.attempt) return !loading;
  const isCurrent = found !== undefined && (await stampOf(found.path)) === loading.stamp;
  // It may have been taken out while its folder was looked at.
  if (slot.loading !== loading) return false;
  slot.loading = undefined;
  if (!isCurrent) {
    await abandon(loading);
    return false;
  }
  slot.stamp = loading.stamp;
  await propose(slot, loading.attempt);
  return true;
}

async function waitForLoads(slots: readonly PluginSlot[], { patience, waitFor }: LoadRules): Promise<void> {
  await slots.find(({ name }) => name === waitFor)?.loading?.done;
  const all = Promise.all(slots.flatMap(({ loading }) => loading?.done ?? []));
  if (patience === undefined) await all;
  else await Promise.race([all, pause(patience, undefined, { ref: false })]);
}

/**
 * Loads what has changed, side by side, and takes what is loaded for the candidates of the slots, or says in them why that can not be.
 * A folder that must settle is dealt with only when it is the same in two looks: somebody may be copying into it.
 * False when one was put off.
 */
export async function loadSlots(slots: readonly PluginSlot[], rules: LoadRules): Promise<boolean> {
  const { changed, settled } = await changedSlots(slots, rules.mustSettle);
  for (const slot of changed) slot.loading = begin(slot, rules.load);
  await waitForLoads(slots, rules);
  const taken = await Promise.all(slots.map(take));
  return settled && taken.every(Boolean);
}
