export type { DocumentOptions } from './document-options.ts';
export type {
  Block,
  DocumentMetadata,
  FigureBlock,
  Finding,
  HeaderNode,
  HeadingBlock,
  ParagraphBlock,
  PrintableDocument,
  TableBlock,
  TableCell,
  TotalStatement,
} from './document.ts';
export type {
  HostFunction,
  OptionsSchema,
  PluginManifest,
  RendererInput,
  RendererLimits,
  RendererManifest,
  UpstreamRenderer,
} from './manifest.ts';
export type { PlainFigure, ReportValues, ValueTree } from './values.ts';
export { headerDepth, leafPaths, placeHeaders, type HeaderCell } from './table-grid.ts';
export {
  CONTRACT_VERSION,
  definePlugin,
  defineRenderer,
  type PageLayout,
  type Plugin,
  type PrintRequest,
  type RenderContext,
  type Rendered,
  type Renderer,
} from './renderer.ts';
