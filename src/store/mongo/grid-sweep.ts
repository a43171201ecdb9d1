import { ObjectId, type GridFSChunk, type GridFSFile } from 'mongodb';
import type { IsNeeded } from '../documents/artifacts.ts';
import { operationLimit, type MongoConnection } from './mongo-connection.ts';
import { bytesBucket } from './mongo-indexes.ts';

/** What a file is called from when it is given up until its pieces are gone; no address is called so. */
export const givenUp = 'removed';

const batch = 200;
const limited = { maxTimeMS: operationLimit };

/** Removes files of GridFS that were not touched since and are not needed, and pieces of uploads that broke off. */
export async function sweepGrid(connection: MongoConnection, before: Date, isNeeded: IsNeeded): Promise<void> {
  await sweepFiles(connection, before, isNeeded);
  await sweepPieces(connection, before);
}

function collectionsOf({ database }: MongoConnection) {
  return {
    files: database.collection<GridFSFile>(`${bytesBucket}.files`),
    pieces: database.collection<GridFSChunk>(`${bytesBucket}.chunks`),
  };
}

async function sweepFiles(connection: MongoConnection, before: Date, isNeeded: IsNeeded): Promise<void> {
  const { run } = connection;
  const { files, pieces } = collectionsOf(connection);

  /** Atomic with a touch: one of the two finds the file as the other left it. */
  async function giveUp({ _id, filename }: GridFSFile): Promise<boolean> {
    if (filename !== givenUp && (await isNeeded(filename))) return false;
    const untouched = { _id, filename, uploadDate: { $lt: before } };
    return (await files.updateOne(untouched, { $set: { filename: givenUp } }, limited)).matchedCount === 1;
  }

  async function remove(file: GridFSFile): Promise<void> {
    const { _id } = file;
    if (!(await giveUp(file))) return;
    await pieces.deleteMany({ files_id: _id }, limited);
    await files.deleteOne({ _id }, limited);
  }

  let last = new Date(0);
  for (;;) {
    const old = { uploadDate: { $gt: last, $lt: before } };
    const found = await run(() => files.find(old, { sort: { uploadDate: 1 }, limit: batch, ...limited }).toArray());
    for (const file of found) await run(() => remove(file));
    const final = found.at(-1);
    if (!final || found.length < batch) return;
    last = final.uploadDate;
  }
}

/** An upload writes its pieces first and its file at the end; ids of files begin with the time. */
async function sweepPieces(connection: MongoConnection, before: Date): Promise<void> {
  const { run } = connection;
  const { files, pieces } = collectionsOf(connection);
  const end = ObjectId.createFromTime(Math.max(0, Math.floor(before.getTime() / 1000)));
  let last = new ObjectId('0'.repeat(24));
  for (;;) {
    const firsts = { files_id: { $gt: last, $lt: end }, n: 0 };
    const options = { sort: { files_id: 1 }, projection: { files_id: 1 }, limit: batch, ...limited } as const;
    const found = (await run(() => pieces.find(firsts, options).toArray())).map((piece) => piece.files_id);
    const whole = await run(() => files.find({ _id: { $in: found } }, { projection: { _id: 1 } }).toArray());
    const there = new Set(whole.map(({ _id }) => _id.toHexString()));
    const broken = found.filter((id) => !there.has(id.toHexString()));
    if (broken.length > 0) await run(() => pieces.deleteMany({ files_id: { $in: broken } }, limited));
    const final = found.at(-1);
    if (!final || found.length < batch) return;
    last = final;
  }
}
