import type { RendererManifest } from '#plugin-api/manifest.ts';
import type { PrintRequest, Rendered } from '#plugin-api/renderer.ts';
import type { RendererFault } from './renderer-fault.ts';

/** Prints HTML as PDF; what the gateway's browser does. */
export type Print = (request: PrintRequest, control: { readonly signal: AbortSignal }) => Promise<Uint8Array>;

/** Follows a rendering by its process, beyond what a caller is told. */
export interface RenderWitness {
  /** How long a renderer whose caller has gone may take to notice; then it is ended. Milliseconds. */
  readonly grace: number;
  readonly onBegin: () => void;
  /** The renderer is done with the order, wanted or not; with the fault when its process ended over it. */
  readonly onEnd: (fault: RendererFault | undefined) => void;
}

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
  readonly witness?: RenderWitness | undefined;
}

/** Runs the renderers of one version of one plugin. */
export interface PluginRunner {
  /** Rejects with a RendererFault, with what a host function rejected with, or with the signal's reason. */
  render(order: RenderOrder): Promise<Rendered>;
  /** Ends all that runs; a second call is harmless. */
  close(): Promise<void>;
}
