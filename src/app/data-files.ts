import { createReadStream, createWriteStream } from 'node:fs';
import { open } from 'node:fs/promises';
import { createInterface } from 'node:readline';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { Entry, Restored } from '#store/dump.ts';
import { fromLine, toLine } from '#store/entry-line.ts';
import type { Store } from '#store/store.ts';
import type { Config } from './config.ts';
import { createLog } from './create-log.ts';
import { openStore } from './open-store.ts';

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
  for await (const entry of store.dump({ artifacts })) yield `${toLine(entry)}\n`;
}

async function* entriesOf(file: string): AsyncGenerator<Entry> {
  for await (const line of createInterface({ input: createReadStream(file), crlfDelay: Infinity }))
    if (line.trim() !== '') yield fromLine(line);
}

/** Writes all data of the configured store as NDJSON, in bounded memory; `-` is standard output. */
export async function exportData(output: string, artifacts: boolean, config: Config): Promise<void> {
  const store = await openStore(config, createLog(config.logLevel));
  try {
    const target = output === '-' ? process.stdout : createWriteStream(output);
    await pipeline(Readable.from(linesOf(store, artifacts)), target, { end: output !== '-' });
  } finally {
    await store.close();
  }
}

/** Puts an export into a store. What is there already stays; doing it again stores nothing. */
export async function restoreData(store: Store, file: string): Promise<RestoreCount> {
  const count = { STORED: 0, PRESENT: 0, CONFLICT: 0 };
  for await (const { outcome } of store.restore(entriesOf(file))) count[outcome]++;
  return count;
}
