import { NianbaoError } from '#errors/nianbao-error.ts';
import { abandon, type MustSettle } from './load-slots.ts';
import type { Outlook } from '../finding/look-for-plugins.ts';
import { reasonOf } from '../plugin-reasons.ts';
import { createSlot, type PluginSlot, type SlotLoading } from './plugin-slot.ts';
import type { PluginVersion } from './plugin-version.ts';

/** The slots of the plugins that there should be, brought in line with what is found. */
export class SlotTable {
  readonly #slots = new Map<string, PluginSlot>();
  readonly #onRetired: (version: PluginVersion) => void;
  readonly #ending = new Set<Promise<void>>();

  constructor(onRetired: (version: PluginVersion) => void) {
    this.#onRetired = onRetired;
  }

  get all(): readonly PluginSlot[] {
    return [...this.#slots.values()];
  }

  get(name: string): PluginSlot | undefined {
    return this.#slots.get(name);
  }

  /** Forgets every slot; what was being loaded ends, what was loaded does not. */
  async clear(): Promise<void> {
    for (const { loading } of this.#slots.values()) this.#abandon(loading);
    this.#slots.clear();
    await Promise.all(this.#ending);
  }

  /** Takes out plugins that are gone; those that must settle, when gone in two looks: a folder may be in the middle of being replaced. False when one was put off. */
  dismiss({ found, missing }: Outlook, mustSettle: MustSettle): boolean {
    const names = new Set([...found.map(({ name }) => name), ...missing]);
    let settled = true;
    for (const [name, slot] of this.#slots) {
      if (names.has(name)) continue;
      if (mustSettle(name) && slot.seen !== 'gone') {
        slot.seen = 'gone';
        settled = false;
        continue;
      }
      this.#slots.delete(name);
      this.#retire(slot);
    }
    return settled;
  }

  /** Gives every plugin its slot, with what is to be said of one that is missing or disabled. */
  place({ found, missing, disabled }: Outlook): void {
    for (const one of found) this.#slotOf(one.name, one.builtIn).found = one;
    for (const name of missing) this.#lose(this.#slotOf(name, false));
    for (const slot of this.#slots.values()) this.#disable(slot, disabled.has(slot.name));
  }

  #slotOf(name: string, builtIn: boolean): PluginSlot {
    const slot = this.#slots.get(name) ?? createSlot(name, builtIn);
    this.#slots.set(name, slot);
    return slot;
  }

  #lose(slot: PluginSlot): void {
    slot.found = undefined;
    this.#retire(slot);
    slot.problem = new NianbaoError('PLUGIN_INVALID', { plugin: slot.name, reason: reasonOf('NOT_HERE') });
  }

  #disable(slot: PluginSlot, disabled: boolean): void {
    if (disabled && !slot.disabled) this.#retire(slot);
    slot.disabled = disabled;
    if (disabled) slot.withdrawn = false;
  }

  #abandon(loading: SlotLoading | undefined): void {
    const ending = abandon(loading).catch(() => undefined);
    this.#ending.add(ending);
    void ending.then(() => this.#ending.delete(ending));
  }

  /** Forgets what was loaded of a plugin. */
  #retire(slot: PluginSlot): void {
    const { active, candidate } = slot;
    Object.assign(slot, { active: undefined, candidate: undefined, problem: undefined, blocked: undefined });
    slot.stamp = undefined;
    this.#abandon(slot.loading);
    slot.loading = undefined;
    for (const version of [active, candidate]) if (version) this.#onRetired(version);
  }
}
