import { readManifest } from '../loading/check-manifest.ts';
import type { PluginSlot } from './plugin-slot.ts';

/** Notes which ids the built-in plugins have, also of those that are disabled and not loaded. */
export async function keepIds(slots: readonly PluginSlot[]): Promise<void> {
  const unknown = slots.filter(({ builtIn, ids }) => builtIn && ids.length === 0);
  await Promise.all(unknown.map(keepIdsOf));
}

async function keepIdsOf(slot: PluginSlot): Promise<void> {
  if (!slot.found) return;
  const manifest = await readManifest(slot.found.path).catch(() => undefined);
  slot.ids = manifest?.renderers.map(({ id }) => id) ?? [];
}
