import type { RendererManifest } from '#plugin-api/manifest.ts';
import type { PrintRequest, Rendered } from '#plugin-api/renderer.ts';

/** Prints HTML as PDF; what the gateway's browser does. */
export type Print = (request: PrintRequest, control: { readonly signal: AbortSignal }) => Promise<Uint8Array>;

/** One rendering that a renderer is asked for. */
export interface RenderOrder {
  readonly manifest: RendererManifest;
  /** A printable document, or the output of another renderer. */
  readonly input: unknown;
  /** Complete, as its schema has them. */
  readonly options: unknown;
  readonly signal: AbortSignal;
  readonly progress: (fraction: number) => void;
  readonly log: (message: string) => void;
  readonly print: Print;
}

/** Runs the renderers of one version of one plugin. */
export interface PluginRunner {
  /** Rejects with a RendererFault, with what a host function rejected with, or with the signal's reason. */
  render(order: RenderOrder): Promise<Rendered>;
  /** Ends all that runs; a second call is harmless. */
  close(): Promise<void>;
}
