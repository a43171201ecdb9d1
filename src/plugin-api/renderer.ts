import type { PrintableDocument } from './document.ts';

/** Version of everything in this folder. A new major version may break plugins; a minor one only adds. */
export const CONTRACT_VERSION = '1.3.0';

/** What a renderer answers with: text (sent as UTF-8) or bytes. */
export type Rendered = string | Uint8Array;

/** Margins and size of a printed page, as CSS lengths. */
export interface PageLayout {
  readonly width: string;
  readonly height: string;
  readonly margin: { readonly top: string; readonly right: string; readonly bottom: string; readonly left: string };
  /** HTML of a page foot; elements of class `pageNumber` and `totalPages` are filled. Omit for none. */
  readonly footer?: string;
}

/** A page of HTML to print. Scripts do not run and nothing is fetched but the gateway's own fonts. */
export interface PrintRequest {
  readonly html: string;
  readonly layout: PageLayout;
}

/** What a renderer may use while it works. */
export interface RenderContext {
  /** Aborts when the caller has gone or the time is over. */
  readonly signal: AbortSignal;
  /** A line for the gateway's log. */
  readonly log: (message: string) => void;
  /** How far the work is, 0 to 1. */
  readonly progress: (fraction: number) => void;
  /** Prints HTML as a tagged PDF; only where the manifest's `needs` names it. */
  readonly print: (request: PrintRequest) => Promise<Uint8Array>;
}

/** Turns its input into bytes. `options` have been checked against the schema and carry its defaults. */
export interface Renderer<Input, Options> {
  readonly render: (input: Input, options: Options, context: RenderContext) => Rendered | Promise<Rendered>;
}

/** Default export of a plugin's entry: its renderers by id, the same ids as in the manifest. */
export interface Plugin {
  // `never` lets renderers with any input and options stand in one table; the host hands each what its manifest says.
  readonly renderers: Readonly<Record<string, Renderer<never, never>>>;
}

/**
 * Declares a renderer. `Input` is what its manifest takes: a PrintableDocument, ReportValues, or another renderer's
 * output as a string or a Uint8Array.
 */
export function defineRenderer<Options = Record<string, never>, Input = PrintableDocument>(
  renderer: Renderer<Input, Options>,
): Renderer<Input, Options> {
  return renderer;
}

/** Declares a plugin. */
export function definePlugin(plugin: Plugin): Plugin {
  return plugin;
}
