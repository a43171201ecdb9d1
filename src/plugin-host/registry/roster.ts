import type { NianbaoError } from '#errors/nianbao-error.ts';
import { chooseVersions } from '../choosing/choose-versions.ts';
import { keepIds } from './keep-ids.ts';
import { loadSlots, type LoadRules } from './load-slots.ts';
import type { Outlook } from '../finding/look-for-plugins.ts';
import { isOffered, stateOf, type PluginSlot, type PluginState } from './plugin-slot.ts';
import type { PluginVersion } from './plugin-version.ts';
import { Registry } from './registry.ts';
import { SlotTable } from './slot-table.ts';

/** What a roster is told by the host. */
export interface RosterSettings {
  readonly load: LoadRules['load'];
  /** Rejects when a renderer of the version can not do the golden document. */
  readonly probe: (version: PluginVersion, registry: Registry) => Promise<void>;
  /** How a plugin stands has changed. */
  readonly onState: (state: PluginState, cause: unknown) => void;
  /** A version is not offered any more; it is done when the requests that began with it are. */
  readonly onRetired: (version: PluginVersion) => void;
}

/** How an update goes about it. */
export interface UpdateRules extends Omit<LoadRules, 'load'> {
  /** The others are there as LOADING. */
  readonly onlyBuiltIn: boolean;
}

/** The plugins and their versions: brought up to date with what is found, and offered as a registry. */
export class Roster {
  readonly #settings: RosterSettings;
  readonly #slots: SlotTable;
  readonly #told = new Map<string, string>();
  #registry = new Registry([]);

  constructor(settings: RosterSettings) {
    this.#settings = settings;
    this.#slots = new SlotTable(settings.onRetired);
  }

  /** What is offered now. */
  get registry(): Registry {
    return this.#registry;
  }

  get states(): readonly PluginState[] {
    return this.#slots.all.map(stateOf);
  }

  /** Why a plugin is not what it should be. */
  problemOf(name: string): NianbaoError | undefined {
    const slot = this.#slots.get(name);
    return slot?.blocked ?? slot?.problem;
  }

  /** How the plugin of a version stands. */
  stateOfVersion(version: PluginVersion): PluginState {
    const slot = this.#slots.all.find(({ active }) => active === version);
    const { name, version: number } = version.manifest;
    return slot ? stateOf(slot) : { name, version: number, builtIn: false, state: 'ACTIVE', error: null };
  }

  /**
   * Loads what has changed, probes it, and offers what works. A folder that must settle is dealt with only when it is the
   * same in two looks: somebody may be copying into it. False when something was put off.
   */
  async update(outlook: Outlook, { onlyBuiltIn, ...rules }: UpdateRules): Promise<boolean> {
    const dismissed = this.#slots.dismiss(outlook, rules.mustSettle);
    this.#slots.place(outlook);
    await keepIds(this.#slots.all);
    const slots = this.#slots.all.filter(({ builtIn }) => builtIn || !onlyBuiltIn);
    const loaded = await loadSlots(slots, { ...rules, load: this.#settings.load });
    await chooseVersions(slots, this.#settings);
    this.#publish();
    return dismissed && loaded;
  }

  /** Has a plugin that is not active loaded and probed again with the next update, although its folder is as it was. */
  retry(name: string): void {
    const slot = this.#slots.get(name);
    if (!slot) return;
    slot.withdrawn = false;
    if (isOffered(slot)) return;
    slot.stamp = undefined;
    if (slot.active) slot.active.trial = undefined;
  }

  /** Offers a plugin no more, at once; the next update does the rest. */
  withdraw(name: string): void {
    const slot = this.#slots.get(name);
    if (!slot || slot.disabled) return;
    slot.withdrawn = true;
    this.#publish();
  }

  /** Ends every version at once. */
  async close(): Promise<void> {
    const versions = this.#slots.all.flatMap(({ active, candidate }) => [active ?? [], candidate ?? []].flat());
    const cleared = this.#slots.clear();
    this.#publish();
    await Promise.all([cleared, ...versions.map((version) => version.close())]);
  }

  #publish(): void {
    const offered = this.#slots.all.filter(isOffered);
    this.#registry = new Registry(offered.flatMap(({ active }) => active ?? []));
    for (const slot of this.#slots.all) this.#tell(slot);
    for (const name of this.#told.keys()) if (!this.#slots.get(name)) this.#told.delete(name);
  }

  #tell(slot: PluginSlot): void {
    const state = stateOf(slot);
    const words = JSON.stringify(state);
    if (this.#told.get(slot.name) === words) return;
    this.#told.set(slot.name, words);
    this.#settings.onState(state, (slot.blocked ?? slot.problem)?.cause);
  }
}
