import { NianbaoError, toNianbaoError } from '#errors/nianbao-error.ts';
import type { FoundPlugin } from '../finding/find-plugins.ts';
import { stampOf } from '../loading/plugin-files.ts';
import type { PluginSlot } from './plugin-slot.ts';
import type { PluginVersion } from './plugin-version.ts';

/** Whether a plugin's folder may be in the middle of being copied, so that it must be the same in two looks. */
export type MustSettle = (plugin: string) => boolean;

type Load = (found: FoundPlugin) => Promise<PluginVersion>;

/** Slots whose folders are not what was last dealt with; those that must settle, when they have stayed so since the last look. */
async function changedSlots(
  slots: readonly PluginSlot[],
  mustSettle: MustSettle,
): Promise<{ readonly changed: readonly PluginSlot[]; readonly settled: boolean }> {
  const changed: PluginSlot[] = [];
  let settled = true;
  for (const slot of slots) {
    if (slot.disabled || !slot.found) continue;
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

/** False when the folder has changed meanwhile: what was loaded is of no use. */
async function loadSlot(slot: PluginSlot, load: Load): Promise<boolean> {
  const { found, seen } = slot;
  if (!found) return true;
  const attempt = await load(found).catch(toNianbaoError);
  const settled = (await stampOf(found.path)) === seen;
  if (!settled) {
    if (!(attempt instanceof NianbaoError)) await attempt.close();
    return false;
  }
  slot.stamp = seen;
  await propose(slot, attempt);
  return true;
}

/**
 * Loads what has changed as candidates of the slots, or says in them why that can not be. A folder that
 * must settle is dealt with only when it is the same in two looks: somebody may be copying into it. False when one was put off.
 */
export async function loadSlots(slots: readonly PluginSlot[], load: Load, mustSettle: MustSettle): Promise<boolean> {
  const { changed, settled } = await changedSlots(slots, mustSettle);
  const loaded = await Promise.all(changed.map((slot) => loadSlot(slot, load)));
  return settled && loaded.every(Boolean);
}
