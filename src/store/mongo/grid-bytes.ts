import { GridFSBucket, type GridFSFile } from 'mongodb';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { ByteRange } from '../artifact-store.ts';
import type { ArtifactBytes } from '../documents/artifacts.ts';
import { notFound, unavailable } from '../documents/store-errors.ts';
import { sweepGrid } from './grid-sweep.ts';
import { operationLimit, type MongoConnection } from './mongo-connection.ts';
import { isUnavailable } from './mongo-failures.ts';
import { bytesBucket } from './mongo-indexes.ts';

const limited = { maxTimeMS: operationLimit };

/**
 * Bytes in GridFS, with their address for a file name. A file is there when all of its pieces are; each upload has an
 * id of its own, so that one that broke off stands in nobody's way. `uploadDate` is when a file was last touched.
 */
export function createGridBytes(connection: MongoConnection): ArtifactBytes {
  const { database, run } = connection;
  const bucket = new GridFSBucket(database, { bucketName: bytesBucket });
  const files = database.collection<GridFSFile>(`${bytesBucket}.files`);

  async function find(sha256: string): Promise<GridFSFile | undefined> {
    return (await bucket.find({ filename: sha256 }, { limit: 1, ...limited }).toArray())[0];
  }

  async function* read(sha256: string, range: ByteRange | undefined): AsyncGenerator<Uint8Array, void> {
    const file = await run(() => find(sha256));
    if (!file) throw notFound('artifact', sha256);
    const { _id: id, length } = file;
    const start = range?.start ?? 0;
    const end = Math.min(range === undefined ? length : range.end + 1, length);
    if (start >= end) return;
    try {
      yield* bucket.openDownloadStream(id, { start, end }) as AsyncIterable<Uint8Array>;
    } catch (error) {
      throw isUnavailable(error) ? unavailable(error) : error;
    }
  }

  async function touch(sha256: string, length: number): Promise<boolean> {
    const now = { $set: { uploadDate: new Date() } };
    return (await files.updateMany({ filename: sha256, length }, now, limited)).matchedCount > 0;
  }

  return {
    holds: ({ sha256, byteLength }) => run(async () => (await find(sha256))?.length === byteLength),
    touch: ({ sha256, byteLength }) => run(() => touch(sha256, byteLength)),
    write: (sha256, bytes) => run(() => pipeline(Readable.from([Buffer.from(bytes)]), bucket.openUploadStream(sha256))),
    read,
    sweep: (before, isNeeded) => sweepGrid(connection, before, isNeeded),
  };
}
