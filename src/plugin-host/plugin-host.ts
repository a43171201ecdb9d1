import { NianbaoError } from '#errors/nianbao-error.ts';
import type { PrintableDocument } from '#plugin-api/document.ts';
import type { RendererManifest } from '#plugin-api/manifest.ts';
import { defaultBreaker, type BreakerSettings } from './circuit-breaker.ts';
import { isPluginName, type FoundPlugin, type PluginFolder } from './find-plugins.ts';
import { loadVersion } from './load-version.ts';
import { lookForPlugins } from './look-for-plugins.ts';
import { digestOf } from './plugin-files.ts';
import type { Print } from './plugin-runner.ts';
import type { PluginState } from './plugin-slot.ts';
import type { PluginVersion } from './plugin-version.ts';
import { probe } from './probe.ts';
import { fingerprintOf, lastOf, runChain, type ChainHost, type Control, type RendererChain } from './renderer-chain.ts';
import { ownRegistrations, TriedRegistrations, type Registrations } from './registrations.ts';
import { Roster } from './roster.ts';
import { watchFolders } from './watch-folders.ts';

type Options = Readonly<Record<string, unknown>>;

/** What the host logs. */
export type PluginLog = (event: {
  readonly level: 'info' | 'warn';
  readonly message: string;
  readonly plugin: string;
  readonly cause?: unknown;
}) => void;

/** What a host is opened with. */
export interface PluginHostSettings {
  readonly folders: readonly PluginFolder[];
  readonly print: Print;
  readonly log: PluginLog;
  /** Asked whenever the folders are looked at; this process's own when it is left out. */
  readonly registrations?: Registrations;
  /** How long the entry of a plugin may take to load. */
  readonly startMilliseconds?: number;
  readonly breaker?: BreakerSettings;
}

/** A renderer that is offered. */
export interface OfferedRenderer extends Omit<RendererManifest, 'takes' | 'needs' | 'limits'> {
  readonly plugin: PluginState;
  /** Versions and contents of the renderer and of all that it takes its input from. */
  readonly fingerprint: string;
}

/** Finds, checks, probes and registers plugins while it runs, and runs their renderers. */
export class PluginHost {
  readonly #settings: PluginHostSettings;
  readonly #roster: Roster;
  readonly #registrations: TriedRegistrations;
  /** Options that were completed are rendered by the version that completed them. */
  readonly #chains = new WeakMap<Options, RendererChain>();
  readonly #digests = new Map<string, string>();
  readonly #retired = new Set<PluginVersion>();
  #updating: Promise<unknown> = Promise.resolve();
  #stopWatching: (() => void) | undefined;
  #closed: Promise<void> | undefined;

  constructor(settings: PluginHostSettings) {
    this.#settings = settings;
    this.#registrations = new TriedRegistrations(settings.registrations ?? ownRegistrations());
    this.#roster = new Roster({
      load: (found) => this.#load(found),
      probe: (version, registry) => probe(version, registry, this.#host),
      onState: (state, cause) => this.#tell(state, cause),
      onRetired: (version) => void this.#drain(version),
    });
  }

  /** Registers every plugin that is found. One that can not be registered is kept as FAILED with the reason. */
  async registerAll(): Promise<void> {
    await this.#update(false);
  }

  /** Follows the folders and the store from now on, until the host is closed. */
  watch(): void {
    const folders = this.#settings.folders.map(({ path }) => path);
    this.#stopWatching ??= watchFolders(folders, () => this.#update(true));
  }

  /** How the plugins stand. */
  plugins(): readonly PluginState[] {
    return this.#roster.states;
  }

  /** The renderers that are offered now, by id. */
  list(): readonly OfferedRenderer[] {
    return this.#roster.registry.ids.map((id) => this.get(id));
  }

  /** UNKNOWN_RENDERER with the ids that there are. */
  get(id: string): OfferedRenderer {
    const chain = this.#roster.registry.chain(id);
    const { version, renderer } = lastOf(chain);
    const { takes: _takes, needs: _needs, limits: _limits, ...manifest } = renderer.manifest;
    return { ...manifest, plugin: this.#roster.stateOfVersion(version), fingerprint: fingerprintOf(chain) };
  }

  /** Options with the schema's defaults, or RENDERER_OPTIONS_INVALID. */
  completeOptions(id: string, options: Options): Options {
    const chain = this.#roster.registry.chain(id);
    const complete = lastOf(chain).renderer.completeOptions(options);
    this.#chains.set(complete, chain);
    return complete;
  }

  /** Runs a renderer, after those that it takes its input from, all in the versions that completed the options. */
  async run(id: string, options: Options, document: PrintableDocument, control: Control): Promise<Uint8Array> {
    const rendered = await runChain(this.#chainFor(id, options), { ...control, ...this.#host, document, options });
    return typeof rendered === 'string' ? new TextEncoder().encode(rendered) : rendered;
  }

  /** Brings a plugin in, here and wherever the store is read. PLUGIN_INVALID, and no change, when it does not become active. */
  async register(name: string): Promise<PluginState> {
    if (!isPluginName(name))
      throw new NianbaoError('PLUGIN_INVALID', { plugin: name, reason: 'this can not be the name of a plugin' });
    let state: PluginState | undefined;
    let problem: NianbaoError | undefined;
    const worked = await this.#registrations.change(name, true, async () => {
      await this.#update(false);
      state = this.#stateOf(name);
      problem = this.#roster.problemOf(name);
      return state?.state === 'ACTIVE';
    });
    if (worked && state) return state;
    await this.#update(false);
    throw problem ?? new NianbaoError('PLUGIN_INVALID', { plugin: name, reason: 'it was not found' });
  }

  /** Takes a plugin out, here and wherever the store is read; false when there is none of the name. */
  async unregister(name: string): Promise<boolean> {
    if (!this.#stateOf(name)) return false;
    return this.#registrations.change(name, false, () => this.#update(false).then(() => true));
  }

  /** Ends every child; a second call is harmless. */
  close(): Promise<void> {
    return (this.#closed ??= this.#close());
  }

  get #host(): ChainHost {
    const { print, log } = this.#settings;
    return { print, log: (plugin, message) => log({ level: 'info', message, plugin }) };
  }

  /** A version may have ended while a job waited; the present one has the last word on the options then. */
  #chainFor(id: string, options: Options): RendererChain {
    const chain = this.#chains.get(options);
    const alive =
      chain && lastOf(chain).renderer.manifest.id === id && chain.every(({ version }) => version.state !== 'closed');
    return alive ? chain : this.#roster.registry.chain(id);
  }

  #stateOf(name: string): PluginState | undefined {
    return this.plugins().find((plugin) => plugin.name === name);
  }

  /** One look at a time; true when nothing was put off. */
  #update(settle: boolean): Promise<boolean> {
    const update = this.#updating.then(async () => {
      if (this.#closed) return true;
      const outlook = await lookForPlugins(this.#settings.folders, await this.#registrations.list());
      return this.#roster.update(outlook, settle);
    });
    this.#updating = update.catch(() => undefined);
    return update;
  }

  async #load(found: FoundPlugin): Promise<PluginVersion> {
    const { startMilliseconds = 10_000, breaker = defaultBreaker } = this.#settings;
    const onFault = (cause: unknown) =>
      this.#settings.log({ level: 'warn', message: 'a process could not be started', plugin: found.name, cause });
    return loadVersion(found, { startMilliseconds, breaker, onFault, inProcess: await this.#staysHere(found) });
  }

  /** Node can not load a module twice: a built-in plugin that has changed since is run like any other. */
  async #staysHere({ builtIn, path }: FoundPlugin): Promise<boolean> {
    if (!builtIn) return false;
    const digest = await digestOf(path).catch(() => '');
    const first = this.#digests.get(path) ?? digest;
    this.#digests.set(path, first);
    return first === digest;
  }

  #tell({ name: plugin, state, version, error }: PluginState, cause: unknown): void {
    const level = error === null ? 'info' : 'warn';
    const message = [state.toLowerCase(), version, error].filter(Boolean).join(' ');
    this.#settings.log({ level, message, plugin, ...(cause === undefined ? {} : { cause }) });
  }

  async #drain(version: PluginVersion): Promise<void> {
    this.#retired.add(version);
    const { name: plugin, version: number } = version.manifest;
    await version.drain().catch((cause: unknown) => {
      this.#settings.log({ level: 'warn', message: `${number} could not be ended`, plugin, cause });
    });
    this.#retired.delete(version);
  }

  async #close(): Promise<void> {
    this.#stopWatching?.();
    await this.#updating;
    await this.#roster.close();
    await Promise.all([...this.#retired].map((version) => version.close()));
  }
}
