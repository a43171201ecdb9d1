import { NianbaoError, toNianbaoError } from '#errors/nianbao-error.ts';
import { chooseVersions } from './choose-versions.ts';
import type { FoundPlugin } from './find-plugins.ts';
import type { Outlook } from './look-for-plugins.ts';
import { stampOf } from './plugin-files.ts';
import { createSlot, isOffered, stateOf, type PluginSlot, type PluginState } from './plugin-slot.ts';
import type { PluginVersion } from './plugin-version.ts';
import { Registry } from './registry.ts';

/** What a roster is told by the host. */
export interface RosterSettings {
  readonly load: (found: FoundPlugin) => Promise<PluginVersion>;
  /** Rejects when a renderer of the version can not do the golden document. */
  readonly probe: (version: PluginVersion, registry: Registry) => Promise<void>;
  /** How a plugin stands has changed. */
  readonly onState: (state: PluginState, cause: unknown) => void;
  /** A version is not offered any more; it is done when the requests that began with it are. */
  readonly onRetired: (version: PluginVersion) => void;
}

/** The plugins and their versions: brought up to date with what is found, and offered as a registry. */
export class Roster {
  readonly #settings: RosterSettings;
  readonly #slots = new Map<string, PluginSlot>();
  readonly #told = new Map<string, string>();
  #registry = new Registry([]);

  constructor(settings: RosterSettings) {
    this.#settings = settings;
  }

  /** What is offered now. */
  get registry(): Registry {
    return this.#registry;
  }

  get states(): readonly PluginState[] {
    return [...this.#slots.values()].map(stateOf);
  }

  /** Why a plugin is not what it should be. */
  problemOf(name: string): NianbaoError | undefined {
    const slot = this.#slots.get(name);
    return slot?.blocked ?? slot?.problem;
  }

  /** How the plugin of a version stands. */
  stateOfVersion(version: PluginVersion): PluginState {
    const slot = [...this.#slots.values()].find(({ active }) => active === version);
    const { name, version: number } = version.manifest;
    return slot ? stateOf(slot) : { name, version: number, builtIn: false, state: 'ACTIVE', error: null };
  }

  /**
   * Loads what has changed, probes it, and offers what works. With `settle`, a folder is dealt with only when it is the
   * same in two looks: somebody may be copying into it. False when something was put off.
   */
  async update(outlook: Outlook, settle: boolean): Promise<boolean> {
    const dismissed = this.#dismiss(outlook, settle);
    this.#place(outlook);
    const changed = await this.#changed(settle);
    const loaded = await Promise.all(changed.slots.map((slot) => this.#load(slot)));
    await this.#choose();
    return dismissed && changed.settled && loaded.every(Boolean);
  }

  /** Ends every version at once. */
  async close(): Promise<void> {
    const versions = [...this.#slots.values()].flatMap(({ active, candidate }) =>
      [active ?? [], candidate ?? []].flat(),
    );
    this.#slots.clear();
    this.#publish();
    await Promise.all(versions.map((version) => version.close()));
  }

  /** Plugins that are gone; with `settle`, gone in two looks: a folder may be in the middle of being replaced. */
  #dismiss({ found, missing }: Outlook, settle: boolean): boolean {
    const names = new Set([...found.map(({ name }) => name), ...missing]);
    let settled = true;
    for (const [name, slot] of this.#slots) {
      if (names.has(name)) continue;
      if (settle && slot.seen !== 'gone') {
        slot.seen = 'gone';
        settled = false;
        continue;
      }
      this.#slots.delete(name);
      this.#retire(slot);
    }
    return settled;
  }

  #place({ found, missing, disabled }: Outlook): void {
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
    const reason =
      'its code is not on this gateway: there is neither a folder nor an npm package of this name in its plugins directories';
    slot.found = undefined;
    this.#retire(slot);
    slot.problem = new NianbaoError('PLUGIN_INVALID', { plugin: slot.name, reason });
  }

  #disable(slot: PluginSlot, disabled: boolean): void {
    if (disabled && !slot.disabled) this.#retire(slot);
    slot.disabled = disabled;
  }

  /** Forgets what was loaded of a plugin. */
  #retire(slot: PluginSlot): void {
    const { active, candidate } = slot;
    Object.assign(slot, { active: undefined, candidate: undefined, problem: undefined, blocked: undefined });
    slot.stamp = undefined;
    for (const version of [active, candidate]) if (version) this.#settings.onRetired(version);
  }

  async #changed(settle: boolean): Promise<{ readonly slots: readonly PluginSlot[]; readonly settled: boolean }> {
    const slots: PluginSlot[] = [];
    let settled = true;
    for (const slot of this.#slots.values()) {
      if (slot.disabled || !slot.found) continue;
      const stamp = await stampOf(slot.found.path);
      if (stamp !== slot.stamp && settle && stamp !== slot.seen) settled = false;
      else if (stamp !== slot.stamp) slots.push(slot);
      slot.seen = stamp;
    }
    return { slots, settled };
  }

  /** False when the folder has changed meanwhile: what was loaded is of no use. */
  async #load(slot: PluginSlot): Promise<boolean> {
    const { found, seen } = slot;
    if (!found) return true;
    const attempt = await this.#settings.load(found).catch(toNianbaoError);
    const settled = (await stampOf(found.path)) === seen;
    if (!settled) {
      if (!(attempt instanceof NianbaoError)) await attempt.close();
      return false;
    }
    slot.stamp = seen;
    await this.#propose(slot, attempt);
    return true;
  }

  async #propose(slot: PluginSlot, attempt: PluginVersion | NianbaoError): Promise<void> {
    const { candidate } = slot;
    slot.candidate = undefined;
    slot.problem = undefined;
    await candidate?.close();
    if (attempt instanceof NianbaoError) slot.problem = attempt;
    else if (attempt.digest === slot.active?.digest) await attempt.close();
    else slot.candidate = attempt;
    if (!(attempt instanceof NianbaoError)) slot.version = attempt.manifest.version;
  }

  async #choose(): Promise<void> {
    await chooseVersions(
      [...this.#slots.values()].filter(({ disabled }) => !disabled),
      {
        probe: this.#settings.probe,
        onRetired: this.#settings.onRetired,
      },
    );
    this.#publish();
  }

  #publish(): void {
    const offered = [...this.#slots.values()].filter(isOffered);
    this.#registry = new Registry(offered.flatMap(({ active }) => active ?? []));
    for (const slot of this.#slots.values()) this.#tell(slot);
    for (const name of this.#told.keys()) if (!this.#slots.has(name)) this.#told.delete(name);
  }

  #tell(slot: PluginSlot): void {
    const state = stateOf(slot);
    const words = JSON.stringify(state);
    if (this.#told.get(slot.name) === words) return;
    this.#told.set(slot.name, words);
    this.#settings.onState(state, (slot.blocked ?? slot.problem)?.cause);
  }
}
