import type { DocumentOptions } from './document-options.ts';

/** JSON Schema, draft 2020-12, of an object of options. Properties should carry `default` and `description`. */
export type OptionsSchema = Readonly<Record<string, unknown>>;

/** `plugin.json`: what a plugin is, as data. The host reads it before any of the plugin's code runs. */
export interface PluginManifest {
  /** Lower-case letters, digits and dashes; the folder's name, or the package's without its scope. */
  readonly name: string;
  /** Semantic version of the plugin. */
  readonly version: string;
  /** Range of contract versions that the plugin was written for, for example `^1.0.0`. */
  readonly contract: string;
  /** Path of the module whose default export is the plugin, from the manifest's folder. */
  readonly entry: string;
  readonly renderers: readonly RendererManifest[];
}

/** One renderer of a plugin. */
export interface RendererManifest {
  /** What a query chooses it by; lower-case letters, digits and dashes. */
  readonly id: string;
  readonly title: string;
  readonly description: string;
  /** Media type of the bytes, with charset where it is text. */
  readonly mediaType: string;
  /** Without the dot. */
  readonly fileExtension: string;
  readonly takes: RendererInput;
  /** Host functions that the renderer calls. */
  readonly needs: readonly HostFunction[];
  readonly options: OptionsSchema;
  /** Which of its options say how the document is made that it, or the first of those that it takes, is handed. Since 1.3. */
  readonly documentOptions?: readonly (keyof DocumentOptions)[];
  /** Same document, same options, same version: same bytes. */
  readonly deterministic: boolean;
  readonly limits: RendererLimits;
}

/**
 * What a renderer is handed: the printable document, the report's data as plain values (since contract 1.2), or what
 * another renderer makes. Whatever is printed besides reports has no values, so that such renderers are not asked.
 */
export type RendererInput = 'document' | 'values' | UpstreamRenderer;

/** Another renderer whose output is the input. */
export interface UpstreamRenderer {
  readonly renderer: string;
  /** Options that the other renderer is always given. */
  readonly options?: Readonly<Record<string, unknown>>;
  /** Names of own options that are handed on as they are. */
  readonly pass?: readonly string[];
}

/** `print`: HTML to PDF by the gateway's own browser. */
export type HostFunction = 'print';

/** Bounds of one rendering. What exceeds them is ended, and its request fails. */
export interface RendererLimits {
  readonly milliseconds: number;
  readonly outputBytes: number;
  /** Memory that the renderer may take above what Node itself does, Buffers included: 16 to 4096, 256 by default. */
  readonly memoryMegabytes?: number;
}
