import { GridFSBucket, type GridFSChunk, type GridFSFile } from 'mongodb';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { ByteRange, RenderingRecord } from '../artifact-store.ts';
import type { ArtifactBytes } from '../documents/artifacts.ts';
import { notFound, unavailable } from '../documents/store-errors.ts';
import { givenUp, sweepGrid } from './grid-sweep.ts';
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
  const pieces = database.collection<GridFSChunk>(`${bytesBucket}.chunks`);
  const files = database.collection<GridFSFile>(`${bytesBucket}.files`);

  async function find(sha256: string): Promise<GridFSFile | undefined> {
    const newest = { sort: { uploadDate: -1 }, limit: 1, ...limited } as const;
    return (await bucket.find({ filename: sha256 }, newest).toArray())[0];
  }

  /** Pieces are removed all together or not at all, but from outside anything may happen. */
  async function isWhole({ _id: id, length, chunkSize }: GridFSFile): Promise<boolean> {
    const count = Math.ceil(length / chunkSize);
    return count === 0 || (await pieces.countDocuments({ files_id: id }, { limit: count, ...limited })) === count;
  }

  async function holds({ sha256, byteLength }: RenderingRecord): Promise<boolean> {
    const file = await find(sha256);
    if (file?.length !== byteLength) return false;
    if (await isWhole(file)) return true;
    const { _id } = file;
    await files.updateOne({ _id }, { $set: { filename: givenUp } }, limited);
    return false;
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

  async function touch(record: RenderingRecord): Promise<boolean> {
    if (!(await holds(record))) return false;
    const { sha256, byteLength: length } = record;
    const now = { $set: { uploadDate: new Date() } };
    return (await files.updateMany({ filename: sha256, length }, now, limited)).matchedCount > 0;
  }

  return {
    holds: (record) => run(() => holds(record)),
    touch: (record) => run(() => touch(record)),
    write: (sha256, bytes) => run(() => pipeline(Readable.from([Buffer.from(bytes)]), bucket.openUploadStream(sha256))),
    read,
    sweep: (before, isNeeded) => sweepGrid(connection, before, isNeeded),
  };
}
