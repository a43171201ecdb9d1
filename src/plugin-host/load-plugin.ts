import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { NianbaoError } from '#errors/nianbao-error.ts';
import type { PluginManifest, RendererManifest } from '#plugin-api/manifest.ts';
import type { Renderer } from '#plugin-api/renderer.ts';
import { readManifest } from './check-manifest.ts';
import { compileOptions, type OptionsCheck } from './options.ts';

/** A renderer whose code is there. */
export interface LoadedRenderer {
  readonly manifest: RendererManifest;
  readonly completeOptions: OptionsCheck;
  readonly render: Renderer<unknown, unknown>['render'];
}

/** A plugin whose manifest and code fit together. */
export interface LoadedPlugin {
  readonly manifest: PluginManifest;
  readonly renderers: readonly LoadedRenderer[];
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

async function importEntry(folder: string, { name, entry }: PluginManifest): Promise<unknown> {
  try {
    const module = (await import(pathToFileURL(join(folder, entry)).href)) as { default?: unknown };
    return module.default;
  } catch (error) {
    throw new NianbaoError(
      'PLUGIN_INVALID',
      { plugin: name, reason: `its entry can not be loaded: ${messageOf(error)}` },
      { cause: error },
    );
  }
}

function renderFunction(plugin: unknown, id: string): LoadedRenderer['render'] | undefined {
  const renderers = (plugin as { renderers?: Record<string, { render?: unknown } | undefined> } | undefined)?.renderers;
  const render = renderers !== undefined && Object.hasOwn(renderers, id) ? renderers[id]?.render : undefined;
  return typeof render === 'function' ? (render as LoadedRenderer['render']) : undefined;
}

function joinRenderer(name: string, plugin: unknown, manifest: RendererManifest): LoadedRenderer {
  const render = renderFunction(plugin, manifest.id);
  if (!render)
    throw new NianbaoError('PLUGIN_INVALID', { plugin: name, reason: `its entry has no renderer “${manifest.id}”` });
  try {
    return { manifest, render, completeOptions: compileOptions(manifest.id, manifest.options) };
  } catch (error) {
    const reason = `the options schema of “${manifest.id}” is wrong: ${messageOf(error)}`;
    throw new NianbaoError('PLUGIN_INVALID', { plugin: name, reason }, { cause: error });
  }
}

/** Reads the manifest in a folder, loads the entry and joins the two. PLUGIN_INVALID when they do not fit. */
export async function loadPlugin(folder: string): Promise<LoadedPlugin> {
  const manifest = await readManifest(folder);
  const plugin = await importEntry(folder, manifest);
  return { manifest, renderers: manifest.renderers.map((renderer) => joinRenderer(manifest.name, plugin, renderer)) };
}
