import type { FinishedRendering } from '#rendering/report-renderer.ts';
import type { RendererOptions, SubjectMaker } from '#rendering/renderer-catalogue.ts';
import type { Shown } from '#store/artifact-store.ts';
import { builder } from '../builder.ts';
import type { Context } from '../context.ts';

function isText(mediaType: string): boolean {
  return mediaType.startsWith('text/') || mediaType.includes('charset=utf-8');
}

async function readText(pieces: AsyncIterable<Uint8Array>): Promise<string> {
  const read: Uint8Array[] = [];
  for await (const piece of pieces) read.push(piece);
  return Buffer.concat(read).toString('utf8');
}

/** A finished document. */
export const Rendering = builder.objectRef<FinishedRendering>('Rendering').implement({
  description: 'A finished document.',
  fields: (t) => ({
    renderer: t.exposeString('renderer'),
    mediaType: t.exposeString('mediaType'),
    byteLength: t.exposeInt('byteLength'),
    sha256: t.exposeString('sha256', {
      description: "Hex SHA-256 of the bytes; the artifact's address and ETag.",
    }),
    content: t.string({
      nullable: true,
      description: 'The document as text; null for binary media types.',
      resolve: async ({ mediaType, sha256 }, _, { store }) =>
        isText(mediaType) ? readText(store.artifacts.read(sha256)) : null,
    }),
    url: t.string({
      description: 'Where the bytes are served, relative to the gateway; supports ETag and Range.',
      resolve: ({ sha256, filename }, _, { artifactsPath }) =>
        `${artifactsPath}/${sha256}/${encodeURIComponent(filename)}`,
    }),
    filename: t.exposeString('filename'),
    fromCache: t.exposeBoolean('fromCache'),
  }),
});

/** Renders now, for whoever waits for the answer; those may fetch it who may see all that it shows. */
export async function renderNow(
  subject: SubjectMaker,
  { renderer, options }: { readonly renderer: string; readonly options?: RendererOptions | null | undefined },
  { renderer: renderers, signal }: Pick<Context, 'renderer' | 'signal'>,
  shown: Shown,
): Promise<FinishedRendering> {
  const prepared = await renderers.prepare(subject, renderer, options ?? {}, shown);
  return renderers.render(prepared, { signal, progress: () => undefined });
}
