import { mkdir, mkdtemp, readFile, rm } from 'node:fs/promises';
import { availableParallelism, loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileItems } from '#app/file-items.ts';
import { importBatch } from '#importers/batch/import-batch.ts';
import { createIsolatedReader } from '#importers/reader/isolated-reader.ts';
import { openEmbeddedStore } from '#store/embedded/open-embedded-store.ts';
import { conclude, demand, say } from './aims.ts';
import { formats, openDocumentWriter } from './import/documents.ts';
import { megabytesOfTree } from './import/memory.ts';

// npm run bench -- import [megabytes]: documents a second by format, and the memory that a folder of that size takes.

const MEGABYTES = Number(process.argv[3] ?? 50);
/** Documents by which a format's speed is told. */
const SAMPLES = 40;
/** Between looks at the memory, in documents: a look costs as much as some of them. */
const LOOK_EVERY = 10;
const FLAT = 1.1;

function meanOf(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

async function tellSpeed(format: string, files: readonly string[]): Promise<void> {
  const documents = await Promise.all(files.map((file) => readFile(file)));
  const bytes = meanOf(documents.map(({ byteLength }) => byteLength));
  const reader = createIsolatedReader();
  const [first = ''] = documents;
  // Processes start, and load what the format needs.
  await Promise.all(Array.from({ length: reader.width }, () => reader.read(first)));
  const began = performance.now();
  await Promise.all(documents.map((document) => reader.read(document)));
  const perSecond = (documents.length / (performance.now() - began)) * 1000;
  await reader.close();
  say(`${format.padEnd(10)}${perSecond.toFixed(0).padStart(6)} a second, ${(bytes / 1024).toFixed(0)} KiB each`);
}

/** Megabytes of all processes in the course of the import. */
async function importFolder(folder: string, data: string): Promise<number[]> {
  const store = await openEmbeddedStore({ folder: data, log: () => undefined });
  const reader = createIsolatedReader();
  const { items, total } = await fileItems([folder]);
  const memory: number[] = [];
  let [done, created] = [0, 0];
  const began = performance.now();
  for await (const { outcome } of importBatch(items, { store, reader, onExisting: 'REFUSE' })) {
    if (outcome === 'CREATED') created += 1;
    if ((done += 1) % LOOK_EVERY === 0) memory.push(megabytesOfTree());
  }
  const seconds = (performance.now() - began) / 1000;
  say(`read and stored ${(total / seconds).toFixed(1)} documents a second, ${seconds.toFixed(0)} s in all`);
  demand(`${created} of ${total} documents are new reports`, created === total);
  await reader.close();
  await store.close();
  return memory;
}

function tellMemory(memory: readonly number[]): void {
  const quarter = Math.floor(memory.length / 4);
  const [early, late] = [meanOf(memory.slice(quarter, 2 * quarter)), meanOf(memory.slice(-quarter))];
  const ratio = late / early;
  const figures = `${early.toFixed(0)} MiB and ${late.toFixed(0)} MiB, ${ratio.toFixed(2)} x (aim: at most ${FLAT} x)`;
  demand(`memory in the second and the last quarter of the folder: ${figures}`, ratio <= FLAT);
  say(`at most ${Math.max(...memory).toFixed(0)} MiB`);
}

say(`Node ${process.version}, ${availableParallelism()} cores, load ${loadavg()[0]?.toFixed(1)} before`);
const folder = await mkdtemp(join(tmpdir(), 'nianbao-bench-'));
const writer = await openDocumentWriter(100_000);
try {
  for (const format of formats) {
    const place = join(folder, format);
    await mkdir(place);
    const files: string[] = [];
    for (let index = 0; index < SAMPLES; index += 1) files.push((await writer.write(place, format)).file);
    await tellSpeed(format, files);
  }
  const sent = join(folder, 'sent');
  await mkdir(sent);
  for (let bytes = 0; bytes < MEGABYTES * 2 ** 20;)
    for (const format of formats) bytes += (await writer.write(sent, format)).bytes;
  await writer.close();
  tellMemory(await importFolder(sent, join(folder, 'data')));
  conclude();
} finally {
  await writer.close();
  await rm(folder, { recursive: true });
}
