import { basename } from 'node:path';
import { NianbaoError, toNianbaoError } from '#errors/nianbao-error.ts';
import type { PrintableDocument } from '#plugin-api/document.ts';
import type { RendererManifest } from '#plugin-api/manifest.ts';
import type { Rendered } from '#plugin-api/renderer.ts';
import { findPlugins, type PluginFolder } from './find-plugins.ts';
import { goldenDocument } from './golden-document.ts';
import { loadPlugin, type LoadedPlugin, type LoadedRenderer } from './load-plugin.ts';
import { runRenderer, type Print } from './run-renderer.ts';

type Options = Readonly<Record<string, unknown>>;

/** What the host logs. */
export type PluginLog = (event: {
  readonly level: 'info' | 'warn';
  readonly message: string;
  readonly plugin: string;
  readonly cause?: unknown;
}) => void;

export interface PluginHostSettings {
  readonly folders: readonly PluginFolder[];
  readonly print: Print;
  readonly log: PluginLog;
}

/** A plugin and how it stands. */
export interface PluginState {
  readonly name: string;
  readonly version: string;
  readonly builtIn: boolean;
  readonly state: 'ACTIVE' | 'FAILED';
  readonly error: string | null;
}

/** A renderer that is offered. */
export interface OfferedRenderer extends Omit<RendererManifest, 'takes' | 'needs' | 'limits'> {
  readonly plugin: PluginState;
  /** Versions of the renderer and of all that it takes its input from. */
  readonly fingerprint: string;
}

interface Control {
  readonly signal: AbortSignal;
  readonly progress: (fraction: number) => void;
}

interface Active {
  readonly plugin: PluginState;
  readonly renderer: LoadedRenderer;
}

function chained({ manifest }: LoadedPlugin): boolean {
  return manifest.renderers.some(({ takes }) => takes !== 'document');
}

/** Finds, checks, probes and registers plugins, and runs their renderers. */
export class PluginHost {
  readonly #settings: PluginHostSettings;
  readonly #plugins = new Map<string, PluginState>();
  readonly #renderers = new Map<string, Active>();

  constructor(settings: PluginHostSettings) {
    this.#settings = settings;
  }

  /** Registers every plugin of the folders. One that can not be registered is kept as FAILED with the reason. */
  async registerAll(): Promise<void> {
    const found = await Promise.all(
      this.#settings.folders.map(async (folder) =>
        (await findPlugins(folder)).map((path) => ({ path, builtIn: folder.builtIn })),
      ),
    );
    const waiting = await Promise.all(
      found.flat().map(async (folder) => ({ ...folder, loaded: await this.#load(folder) })),
    );
    // A renderer can be probed only when the one it takes its input from is there.
    const ready = waiting.flatMap(({ loaded, builtIn }) => (loaded ? [{ loaded, builtIn }] : []));
    for (const { loaded, builtIn } of [
      ...ready.filter((one) => !chained(one.loaded)),
      ...ready.filter((one) => chained(one.loaded)),
    ])
      await this.#activate(loaded, builtIn);
  }

  plugins(): readonly PluginState[] {
    return [...this.#plugins.values()];
  }

  /** The renderers that are offered now, by id. */
  list(): readonly OfferedRenderer[] {
    return [...this.#renderers.keys()].sort().map((id) => this.get(id));
  }

  /** UNKNOWN_RENDERER with the ids that there are. */
  get(id: string): OfferedRenderer {
    const { plugin, renderer } = this.#active(id);
    const { takes: _takes, needs: _needs, limits: _limits, ...manifest } = renderer.manifest;
    return { ...manifest, plugin, fingerprint: this.#fingerprint(id) };
  }

  /** Options with the schema's defaults, or RENDERER_OPTIONS_INVALID. */
  completeOptions(id: string, options: Options): Options {
    return this.#active(id).renderer.completeOptions(options);
  }

  /** Runs a renderer, after those that it takes its input from. */
  async run(id: string, options: Options, document: PrintableDocument, control: Control): Promise<Uint8Array> {
    const rendered = await this.#render(id, options, document, control);
    return typeof rendered === 'string' ? new TextEncoder().encode(rendered) : rendered;
  }

  async #load({ path, builtIn }: { path: string; builtIn: boolean }): Promise<LoadedPlugin | undefined> {
    try {
      return await loadPlugin(path);
    } catch (error) {
      this.#fail({ name: basename(path), version: '0.0.0', builtIn }, error);
      return undefined;
    }
  }

  async #activate(loaded: LoadedPlugin, builtIn: boolean): Promise<void> {
    const { name, version } = loaded.manifest;
    const plugin: PluginState = { name, version, builtIn, state: 'ACTIVE', error: null };
    try {
      for (const renderer of loaded.renderers) {
        this.#checkPlace(name, renderer);
        await this.#probe(renderer);
      }
    } catch (error) {
      this.#fail({ name, version, builtIn }, error);
      return;
    }
    for (const renderer of loaded.renderers) this.#renderers.set(renderer.manifest.id, { plugin, renderer });
    this.#plugins.set(name, plugin);
    this.#settings.log({ level: 'info', message: `registered ${version}`, plugin: name });
  }

  #checkPlace(plugin: string, { manifest: { id, takes } }: LoadedRenderer): void {
    const holder = this.#renderers.get(id);
    if (holder)
      throw new NianbaoError('PLUGIN_INVALID', {
        plugin,
        reason: `the renderer “${id}” belongs to the plugin “${holder.plugin.name}”`,
      });
    if (takes !== 'document' && !this.#renderers.has(takes.renderer))
      throw new NianbaoError('PLUGIN_INVALID', {
        plugin,
        reason: `“${id}” takes the output of “${takes.renderer}”, which is not registered`,
      });
  }

  /** A renderer that needs the browser is not probed: the gateway must start without one. */
  async #probe(renderer: LoadedRenderer): Promise<void> {
    if (renderer.manifest.needs.length > 0) return;
    await this.#runLoaded(renderer, renderer.completeOptions({}), goldenDocument, {
      signal: new AbortController().signal,
      progress: () => undefined,
    });
  }

  #fail(plugin: Pick<PluginState, 'name' | 'version' | 'builtIn'>, error: unknown): void {
    const known = toNianbaoError(error);
    this.#plugins.set(plugin.name, { ...plugin, state: 'FAILED', error: known.say('zh') });
    this.#settings.log({ level: 'warn', message: known.message, plugin: plugin.name, cause: known.cause });
  }

  #active(id: string): Active {
    const active = this.#renderers.get(id);
    if (active) return active;
    const available = [...this.#renderers.keys()].sort().join(', ');
    throw new NianbaoError('UNKNOWN_RENDERER', { renderer: id, available });
  }

  #fingerprint(id: string): string {
    const { plugin, renderer } = this.#active(id);
    const { takes } = renderer.manifest;
    const own = `${plugin.name}/${id}@${plugin.version}`;
    return takes === 'document' ? own : `${own} < ${this.#fingerprint(takes.renderer)}`;
  }

  async #render(id: string, options: Options, document: PrintableDocument, control: Control): Promise<Rendered> {
    return this.#runLoaded(this.#active(id).renderer, options, document, control);
  }

  async #runLoaded(
    renderer: LoadedRenderer,
    options: Options,
    document: PrintableDocument,
    control: Control,
  ): Promise<Rendered> {
    const { signal, progress } = control;
    const { id, takes } = renderer.manifest;
    const takesOutput = takes !== 'document';
    const input = takesOutput
      ? await this.#upstream(takes, options, document, { signal, progress: (part) => progress(part / 2) })
      : document;
    return runRenderer(renderer, {
      input,
      options,
      signal,
      progress: (part) => progress(takesOutput ? 0.5 + part / 2 : part),
      log: (message) => this.#settings.log({ level: 'info', message, plugin: id }),
      print: this.#settings.print,
    });
  }

  async #upstream(
    takes: Exclude<RendererManifest['takes'], 'document'>,
    options: Options,
    document: PrintableDocument,
    control: Control,
  ): Promise<Rendered> {
    const passed = Object.fromEntries(
      (takes.pass ?? []).filter((name) => name in options).map((name) => [name, options[name]]),
    );
    const complete = this.completeOptions(takes.renderer, { ...passed, ...takes.options });
    return this.#render(takes.renderer, complete, document, control);
  }
}
