import { NianbaoError } from '#errors/nianbao-error.ts';
import type { DocumentOptions } from '#plugin-api/document-options.ts';
import { sweepCopyFolders } from './loading/copy-folders.ts';
import { isPluginName, type PluginFolder } from './finding/find-plugins.ts';
import type { MustSettle } from './registry/load-slots.ts';
import { lookForPlugins } from './finding/look-for-plugins.ts';
import { OfferedRenderers, type OfferedRenderer } from './registry/offered-renderers.ts';
import { logState } from './plugin-log.ts';
import { reasonOf } from './plugin-reasons.ts';
import type { Print } from './running/plugin-runner.ts';
import type { PluginState } from './registry/plugin-slot.ts';
import { probe } from './choosing/probe.ts';
import { ownRegistrations, TriedRegistrations, type Registrations } from './finding/registrations.ts';
import type { ChainHost, Control, RenderSubject } from './running/renderer-chain.ts';
import { RetiredVersions } from './registry/retired-versions.ts';
import { withDraining } from './registry/with-draining.ts';
import { Roster, type UpdateRules } from './registry/roster.ts';
import { VersionLoader, type LoaderSettings } from './loading/version-loader.ts';
import { watchFolders } from './finding/watch-folders.ts';

/** Milliseconds that a look waits for plugins that are being loaded: the changes of others are not held up by one. */
const PATIENCE = 1000;

type Options = Readonly<Record<string, unknown>>;

/** What a host is opened with. */
export interface PluginHostSettings extends LoaderSettings {
  readonly folders: readonly PluginFolder[];
  readonly print: Print;
  /** What every renderer must manage before it is offered. */
  readonly golden: RenderSubject;
  /** Asked whenever the folders are looked at; this process's own when it is left out. */
  readonly registrations?: Registrations;
}

/** A look at the folders and the store; all plugins are waited for unless told. */
type Look = Pick<UpdateRules, 'mustSettle'> & Partial<UpdateRules>;

/** Finds, checks, probes and registers plugins while it runs, and runs their renderers. */
export class PluginHost {
  readonly #settings: PluginHostSettings;
  readonly #registrations: TriedRegistrations;
  readonly #retired: RetiredVersions;
  readonly #roster: Roster;
  readonly #renderers: OfferedRenderers;
  #updating: Promise<unknown> = Promise.resolve();
  #stopWatching: (() => void) | undefined;
  #closed: Promise<void> | undefined;

  constructor(settings: PluginHostSettings) {
    const { print, golden, log, registrations = ownRegistrations() } = settings;
    const host: ChainHost = { print, log: (plugin, message) => log({ level: 'info', message, plugin }) };
    const loader = new VersionLoader(settings);
    this.#settings = settings;
    this.#registrations = new TriedRegistrations(registrations);
    this.#retired = new RetiredVersions(log);
    this.#roster = new Roster({
      load: (found, signal) => loader.load(found, signal),
      probe: (version, registry) => probe(version, registry, { ...host, subject: golden }),
      onState: (state, cause) => logState(log, state, cause),
      onRetired: (version) => void this.#retired.drain(version),
    });
    this.#renderers = new OfferedRenderers(this.#roster, host);
  }

  /** Registers every plugin that is found. One that can not be registered is kept as FAILED with the reason. */
  async registerAll(): Promise<void> {
    await sweepCopyFolders();
    await this.#update({ mustSettle: () => false });
  }

  /**
   * Registers the built-in plugins; the others are loaded and probed meanwhile, LOADING or PROBING until then. Resolves to
   * what resolves when they are done.
   */
  async begin(): Promise<{ readonly rest: Promise<void> }> {
    await sweepCopyFolders();
    await this.#update({ mustSettle: () => false, onlyBuiltIn: true });
    return { rest: this.#loadRest().catch(() => undefined) };
  }

  /** Each is offered as soon as it can be. */
  async #loadRest(): Promise<void> {
    while (!(await this.#update({ mustSettle: () => false, patience: PATIENCE })));
  }

  /** Follows the folders and the store from now on, until the host is closed. */
  watch(): void {
    const folders = this.#settings.folders.map(({ path }) => path);
    this.#stopWatching ??= watchFolders(folders, () => this.#update({ mustSettle: () => true, patience: PATIENCE }));
  }

  /** How the plugins stand. */
  plugins(): readonly PluginState[] {
    return withDraining(this.#roster.states, this.#retired.draining);
  }

  /** The renderers that are offered now, by id. */
  list(): readonly OfferedRenderer[] {
    return this.#renderers.list();
  }

  /** UNKNOWN_RENDERER with the ids that there are. */
  get(id: string): OfferedRenderer {
    return this.#renderers.get(id);
  }

  /** Options with the schema's defaults, or RENDERER_OPTIONS_INVALID. */
  completeOptions(id: string, options: Options): Options {
    return this.#renderers.completeOptions(id, options);
  }

  /** How the document has to be made that a renderer is handed, by its complete options. */
  documentOptions(id: string, options: Options): Partial<DocumentOptions> {
    return this.#renderers.documentOptions(id, options);
  }

  /** Runs a renderer, after those that it takes its input from, all in the versions that completed the options. */
  run(id: string, options: Options, subject: RenderSubject, control: Control): Promise<Uint8Array> {
    return this.#renderers.run(id, options, subject, control);
  }

  /** Brings a plugin in, here and wherever the store is read. PLUGIN_INVALID, and no change, when it does not become active. */
  async register(name: string): Promise<PluginState> {
    if (!isPluginName(name))
      throw new NianbaoError('PLUGIN_INVALID', { plugin: name, reason: reasonOf('NAME_IMPOSSIBLE') });
    const others = { mustSettle: allBut(name), patience: 0 };
    let state: PluginState | undefined;
    let problem: NianbaoError | undefined;
    const worked = await this.#registrations.change(name, true, async () => {
      await this.#update({ ...others, waitFor: name });
      state = this.#stateOf(name);
      problem = this.#roster.problemOf(name);
      return state?.state === 'ACTIVE';
    });
    if (worked && state) return state;
    await this.#update(others);
    throw problem ?? new NianbaoError('PLUGIN_INVALID', { plugin: name, reason: reasonOf('NOT_FOUND') });
  }

  /** Takes a plugin out, here and wherever the store is read; false when there is none of the name. */
  async unregister(name: string): Promise<boolean> {
    if (!this.#stateOf(name)) return false;
    return this.#registrations.change(name, false, async () => {
      this.#roster.withdraw(name);
      await this.#update({ mustSettle: allBut(name), patience: 0 });
      return true;
    });
  }

  /** Ends every child; a second call is harmless. */
  close(): Promise<void> {
    return (this.#closed ??= this.#close());
  }

  #stateOf(name: string): PluginState | undefined {
    return this.plugins().find((plugin) => plugin.name === name);
  }

  /** One look at a time; true when nothing was put off. What is waited for is tried again. */
  #update({ onlyBuiltIn = false, waitFor, patience, mustSettle }: Look): Promise<boolean> {
    const update = this.#updating.then(async () => {
      if (this.#closed) return true;
      const outlook = await lookForPlugins(this.#settings.folders, await this.#registrations.list());
      if (waitFor !== undefined) this.#roster.retry(waitFor);
      return this.#roster.update(outlook, { mustSettle, onlyBuiltIn, waitFor, patience });
    });
    this.#updating = update.catch(() => undefined);
    return update;
  }

  async #close(): Promise<void> {
    this.#stopWatching?.();
    await this.#updating;
    await this.#roster.close();
    await this.#retired.close();
  }
}

/** Who asks for a plugin has its folder ready; others may be in the middle of being replaced. */
function allBut(name: string): MustSettle {
  return (plugin) => plugin !== name;
}
