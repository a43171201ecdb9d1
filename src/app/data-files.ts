import { randomUUID } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { open, rename, rm } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { hasCode, NianbaoError } from '#errors/nianbao-error.ts';
import type { Entry, Restored } from '#store/dump.ts';
import { fromLine, toLine } from '#store/entry-line.ts';
import type { Store } from '#store/store.ts';
import type { Config } from './config.ts';
import { createLog } from './create-log.ts';
import { openStore } from './open-store.ts';
import { readLines } from './read-lines.ts';

/** How many entries were stored, were there already, or contradict what is there. */
export type RestoreCount = Readonly<Record<Restored['outcome'], number>>;

const firstWords = '{"nianbao":';

/** Whether a file is an export of this program, told by how it begins. */
export async function isExport(file: string): Promise<boolean> {
  const handle = await open(file);
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(firstWords.length), 0, firstWords.length, 0);
    return buffer.toString('utf8', 0, bytesRead) === firstWords;
  } finally {
    await handle.close();
  }
}

async function* linesOf(store: Store, artifacts: boolean): AsyncGenerator<string> {
  let entries = 0;
  for await (const entry of store.dump({ artifacts })) {
    entries += 1;
    yield `${toLine(entry)}\n`;
  }
  yield `${toLine({ kind: 'end', entries })}\n`;
}

/** Writes all data of the configured store as NDJSON, in bounded memory; `-` is standard output. FILE_UNWRITABLE. */
export async function exportData(output: string, artifacts: boolean, config: Config): Promise<void> {
  const store = await openStore(config, createLog(config.logLevel));
  try {
    const lines = Readable.from(linesOf(store, artifacts));
    await (output === '-' ? print(lines) : write(lines, output));
  } finally {
    await store.close();
  }
}

/** Who reads standard output may stop at any time. */
async function print(lines: Readable): Promise<void> {
  await pipeline(lines, process.stdout, { end: false }).catch((error: unknown) => {
    if (errnoOf(error) !== 'EPIPE') throw error;
  });
}

/** An older file of that name stays until the new one is whole and on the disk. */
async function write(lines: Readable, output: string): Promise<void> {
  const unfinished = `${output}.${randomUUID()}.unfinished`;
  try {
    await pipeline(lines, createWriteStream(unfinished, { flush: true }));
    await rename(unfinished, output);
  } catch (error) {
    await rm(unfinished, { force: true });
    throw errnoOf(error) === undefined
      ? error
      : new NianbaoError('FILE_UNWRITABLE', { file: output }, { cause: error });
  }
}

function errnoOf(error: unknown): string | undefined {
  return error instanceof Error && 'syscall' in error && 'code' in error ? String(error.code) : undefined;
}

/** How far an export was read. */
interface Progress {
  line: number;
  entries: number;
  /** What its last line says. */
  end: number | undefined;
}

async function* entriesOf(file: string, progress: Progress): AsyncGenerator<Entry> {
  for await (const text of readLines(createReadStream(file))) {
    progress.line += 1;
    if (text.trim() === '') continue;
    const entry = fromLine(text);
    if (entry.kind === 'end') progress.end = entry.entries;
    else yield entry;
    if (entry.kind !== 'end') progress.entries += 1;
  }
}

/**
 * Puts an export into a store. What is there already stays; doing it again stores nothing. DUMP_INVALID with the line,
 * and DUMP_INCOMPLETE for an export that broke off, of which all that is there is stored.
 */
export async function restoreData(store: Store, file: string): Promise<RestoreCount> {
  const count = { STORED: 0, PRESENT: 0, CONFLICT: 0 };
  const progress: Progress = { line: 0, entries: 0, end: undefined };
  try {
    for await (const { outcome } of store.restore(entriesOf(file, progress))) count[outcome]++;
  } catch (error) {
    if (!(error instanceof NianbaoError) || !hasCode(error, 'INPUT_INVALID')) throw error;
    throw new NianbaoError(
      'DUMP_INVALID',
      { line: progress.line, reason: error.message, stored: count.STORED },
      { cause: error },
    );
  }
  const { entries, end } = progress;
  if (end !== entries) throw new NianbaoError('DUMP_INCOMPLETE', { entries, stored: count.STORED });
  return count;
}
