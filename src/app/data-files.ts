import { randomUUID } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { open, realpath, rename, rm, stat } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { NianbaoError } from '#errors/nianbao-error.ts';
import type { DumpOptions, Restored } from '#store/dump.ts';
import { toLine } from '#store/entry-line.ts';
import type { Store } from '#store/store.ts';
import type { Config } from './config.ts';
import { createLog } from './create-log.ts';
import { openStore } from './open-store.ts';
import { readEntries } from './read-entries.ts';

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

async function* linesOf(store: Store, options: DumpOptions): AsyncGenerator<string> {
  let entries = 0;
  for await (const entry of store.dump(options)) {
    entries += 1;
    yield `${toLine(entry)}\n`;
  }
  yield `${toLine({ kind: 'end', entries })}\n`;
}

/** Writes all data of the configured store as NDJSON, in bounded memory; `-` is standard output. FILE_UNWRITABLE. */
export async function exportData(output: string, artifacts: boolean, config: Config): Promise<void> {
  const log = createLog(config.logLevel);
  const store = await openStore(config, log);
  const onLeftOut = (key: string) => log.warn({ key }, 'left out a finished document that is not whole');
  try {
    const lines = Readable.from(linesOf(store, { artifacts, onLeftOut }));
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
  try {
    // A device or a pipe is written to, a link stays one.
    const target = await realpath(output).catch(() => output);
    const isFile = (await stat(target).catch(() => undefined))?.isFile() ?? true;
    await (isFile ? replaceFile(lines, target) : pipeline(lines, createWriteStream(target)));
  } catch (error) {
    throw errnoOf(error) === undefined
      ? error
      : new NianbaoError('FILE_UNWRITABLE', { file: output }, { cause: error });
  }
}

async function replaceFile(lines: Readable, file: string): Promise<void> {
  const unfinished = `${file}.${randomUUID()}.unfinished`;
  try {
    await pipeline(lines, createWriteStream(unfinished, { flush: true }));
    await rename(unfinished, file);
  } catch (error) {
    await rm(unfinished, { force: true });
    throw error;
  }
}

function errnoOf(error: unknown): string | undefined {
  return error instanceof Error && 'syscall' in error && 'code' in error ? String(error.code) : undefined;
}

/**
 * Puts an export into a store. What is there already stays; doing it again stores nothing. DUMP_INVALID and DUMP_NEWER
 * with the line, DUMP_INCOMPLETE for an export that broke off: of all of them, what stands before is stored.
 */
export async function restoreData(store: Store, file: string): Promise<RestoreCount> {
  const count = { STORED: 0, PRESENT: 0, CONFLICT: 0 };
  const reading = readEntries(file);
  for await (const { outcome } of store.restore(reading.entries)) count[outcome]++;
  const { line, found, end, fault } = reading.progress();
  const stored = count.STORED;
  if (fault?.code === 'DUMP_NEWER') throw new NianbaoError(fault.code, fault.parameters, { line });
  if (fault) {
    const { reason = fault.message } = fault.parameters;
    throw new NianbaoError('DUMP_INVALID', { reason, stored }, { line, cause: fault });
  }
  if (end !== found) throw new NianbaoError('DUMP_INCOMPLETE', { entries: found, stored });
  return count;
}
