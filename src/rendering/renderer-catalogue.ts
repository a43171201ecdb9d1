import type { NianbaoError } from '#errors/nianbao-error.ts';
import type { DocumentOptions } from '#plugin-api/document-options.ts';
import type { PrintableDocument } from '#plugin-api/document.ts';
import type { ReportValues } from '#plugin-api/values.ts';

/** What is rendered (a report, a roll-up, a review sheet) in the forms in which renderers take it. */
export interface RenderSubject {
  readonly document: PrintableDocument;
  /** Only a report has them. */
  readonly values?: ReportValues | undefined;
}

/** Makes what is rendered in the way that the options of the rendering ask for. */
export type SubjectMaker = (options: Partial<DocumentOptions>) => RenderSubject;

/** A renderer that can be chosen at this moment. */
export interface RegisteredRenderer {
  readonly id: string;
  readonly title: string;
  readonly description: string;
  readonly mediaType: string;
  readonly fileExtension: string;
  /** JSON Schema of the options. */
  readonly options: Readonly<Record<string, unknown>>;
  readonly deterministic: boolean;
  readonly plugin: RegisteredPlugin;
  /** Changes whenever the bytes may: versions of the renderer and of everything it takes. */
  readonly fingerprint: string;
  /** Whether it, or one that it takes its input from, prints with the browser. */
  readonly prints: boolean;
  /** In which form the subject goes in. */
  readonly begins: keyof RenderSubject;
}

/** A plugin and how it stands. */
export interface RegisteredPlugin {
  readonly name: string;
  readonly version: string;
  readonly builtIn: boolean;
  readonly state: 'LOADING' | 'PROBING' | 'ACTIVE' | 'DRAINING' | 'FAILED' | 'DISABLED';
  /** For an administrator: why it is not active, or why its newest version is not. */
  readonly error: NianbaoError | null;
}

export type RendererOptions = Readonly<Record<string, unknown>>;

/** How a caller follows and stops a rendering. */
export interface RenderControl {
  readonly signal: AbortSignal;
  /** How far it is, 0 to 1. */
  readonly progress: (fraction: number) => void;
}

/** What rendering needs of the plugin host. */
export interface RendererCatalogue {
  list(): readonly RegisteredRenderer[];
  /** UNKNOWN_RENDERER with the ids that there are. */
  get(id: string): RegisteredRenderer;
  /** The options with the schema's defaults. RENDERER_OPTIONS_INVALID with the path of each fault. */
  completeOptions(id: string, options: RendererOptions): RendererOptions;
  /** How the document has to be made for a renderer, by its complete options. */
  documentOptions(id: string, options: RendererOptions): Partial<DocumentOptions>;
  /** Runs a renderer and those it takes its input from. Options are complete. RENDERING_FAILED or RENDERING_TIMEOUT when it does not work. */
  run(id: string, options: RendererOptions, subject: RenderSubject, control: RenderControl): Promise<Uint8Array>;
}
