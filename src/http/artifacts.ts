import type { IncomingMessage, ServerResponse } from 'node:http';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import contentDisposition from 'content-disposition';
import parseRange from 'range-parser';
import { readersOf, type ArtifactReaders } from '#auth/artifact-readers.ts';
import type { Principal } from '#auth/principal.ts';
import { NianbaoError } from '#errors/nianbao-error.ts';
import type { ArtifactStore, ByteRange, RenderingRecord } from '#store/artifact-store.ts';
import type { Store } from '#store/store.ts';

type ArtifactStores = Pick<Store, 'artifacts' | 'reports'>;

/** What a request wants of a document's bytes. */
type Wish = { readonly status: 200 | 304 | 416 } | { readonly status: 206; readonly range: ByteRange };

function namesTag(header: string, tag: string): boolean {
  return header === '*' || header.split(',').some((part) => part.trim().replace(/^W\//u, '') === tag);
}

function wishOf({ headers }: IncomingMessage, { byteLength }: RenderingRecord, tag: string): Wish {
  const { 'if-none-match': known, 'if-range': condition, range } = headers;
  if (known !== undefined && namesTag(known, tag)) return { status: 304 };
  if (range === undefined || (condition !== undefined && condition !== tag)) return { status: 200 };
  const ranges = parseRange(byteLength, range);
  if (ranges === -1) return { status: 416 };
  const [only] = ranges === -2 || ranges.type !== 'bytes' || ranges.length !== 1 ? [] : ranges;
  return only ? { status: 206, range: only } : { status: 200 };
}

/** What a proxy may keep it asks for again each time: what was published may be withdrawn. */
const caching = { everybody: 'public, no-cache', viewer: 'private, no-cache' } as const;

function headersOf({ record, tag, readers }: Found, wish: Wish): Record<string, string | number> {
  const common = {
    etag: tag,
    'cache-control': caching[readers],
    vary: 'authorization',
    'accept-ranges': 'bytes',
    'x-content-type-options': 'nosniff',
    // What a renderer made is shown, but gets none of the rights of the gateway's own pages.
    'content-security-policy': "sandbox; default-src 'none'; style-src 'unsafe-inline'; img-src data:; font-src data:",
  };
  if (wish.status === 304) return common;
  if (wish.status === 416) return { ...common, 'content-range': `bytes */${record.byteLength}`, 'content-length': 0 };
  const { byteLength, mediaType, filename } = record;
  const length = wish.status === 206 ? wish.range.end - wish.range.start + 1 : byteLength;
  return {
    ...common,
    'content-type': mediaType,
    'content-length': length,
    'content-disposition': contentDisposition(filename, { type: 'inline' }),
    ...(wish.status === 206 ? { 'content-range': `bytes ${wish.range.start}-${wish.range.end}/${byteLength}` } : {}),
  };
}

async function sendBytes(
  artifacts: ArtifactStore,
  sha256: string,
  wish: Wish,
  response: ServerResponse,
): Promise<void> {
  const bytes = artifacts.read(sha256, wish.status === 206 ? wish.range : undefined);
  await pipeline(Readable.from(bytes, { objectMode: false }), response).catch((error: NodeJS.ErrnoException) => {
    // The reader has gone; there is nobody to tell.
    if (error.code !== 'ERR_STREAM_PREMATURE_CLOSE') throw error;
  });
}

/** A document, and who may read it. */
interface Found {
  readonly record: RenderingRecord;
  readonly tag: string;
  readonly readers: Exclude<ArtifactReaders, 'nobody'>;
}

/** What somebody may not read is not there. */
async function findFor(store: ArtifactStores, viewer: Principal, sha256: string): Promise<Found> {
  const readers = await readersOf(store, viewer, sha256);
  const record = readers === 'nobody' ? null : await store.artifacts.findBySha256(sha256);
  if (!record || readers === 'nobody') throw new NianbaoError('NOT_FOUND', { id: sha256 });
  return { record, tag: `"${sha256}"`, readers };
}

/** Serves `/artifacts/<sha256>/<filename>` with ETag and Range; the name is for people, the address is the digest. */
export async function serveArtifact(
  store: ArtifactStores,
  { viewer, sha256 }: { readonly viewer: Principal; readonly sha256: string },
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const found = await findFor(store, viewer, sha256);
  const wish = wishOf(request, found.record, found.tag);
  response.writeHead(wish.status, headersOf(found, wish));
  if (request.method === 'HEAD' || wish.status === 304 || wish.status === 416) response.end();
  else await sendBytes(store.artifacts, sha256, wish, response);
}
