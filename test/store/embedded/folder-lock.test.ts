import { createHash } from 'node:crypto';
import { readFile, readdir, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { StoreEvent } from '#store/documents/store-log.ts';
import { lockFolder } from '#store/embedded/folder-lock.ts';
import { openEmbeddedStore } from '#store/embedded/open-embedded-store.ts';
import { thisNamespace, thisProcess } from '#store/embedded/process-identity.ts';
import { createFolder } from './folder-harness.ts';
import { startWriter } from './writer-process.ts';

const namespace = await thisNamespace();
let folder: string;
let events: StoreEvent[];
const open = () => openEmbeddedStore({ folder, log: (event) => events.push(event) });
beforeEach(async () => {
  folder = await createFolder();
  events = [];
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const tookOver = [expect.objectContaining({ level: 'warn', message: 'took over the lock of a process that ended' })];

test('a folder that another process has open is refused, and taken over when that process was killed', async () => {
  const writer = await startWriter(folder);
  const refusal = { code: 'STORE_IN_USE', parameters: { folder, pid: writer.pid } };
  await expect(open()).rejects.toMatchObject(refusal);
  await writer.kill();
  const store = await open();
  expect(events).toContainEqual(tookOver[0]);
  await store.close();
});

test('a folder that this process has open is refused, until it is closed', async () => {
  const first = await open();
  await expect(open()).rejects.toMatchObject({ code: 'STORE_IN_USE', parameters: { folder, pid: process.pid } });
  await first.close();
  const second = await open();
  await first.close();
  await expect(open()).rejects.toMatchObject({ code: 'STORE_IN_USE' });
  await second.close();
  expect(await readdir(folder)).not.toContain('lock');
  expect(events).toEqual([]);
});

test('a lock whose pid belongs to a later process is taken over', async () => {
  await writeFile(join(folder, 'lock'), JSON.stringify({ pid: process.pid, started: 'some other boot/1', namespace }));
  const store = await open();
  expect(events).toEqual(tookOver);
  await store.close();
});

test('a lock that does not say when its process started holds while there is such a process', async () => {
  await writeFile(join(folder, 'lock'), JSON.stringify({ pid: process.pid, started: null, namespace }));
  await expect(open()).rejects.toMatchObject({ code: 'STORE_IN_USE', parameters: { pid: process.pid } });
});

test.each([
  '',
  'garbage',
  '{}',
  '{"pid":-1,"started":null}',
  JSON.stringify({ pid: 999_999_999, started: null, namespace }),
])('a lock that names no process is taken over: %j', async (text) => {
  await writeFile(join(folder, 'lock'), text);
  const store = await open();
  expect(events).toEqual(tookOver);
  expect(JSON.parse(await readFile(join(folder, 'lock'), 'utf8'))).toMatchObject(await thisProcess());
  await store.close();
});

describe('a lock from another machine or container', () => {
  const beat = 40;
  const foreign = JSON.stringify({ pid: 999_999_999, started: 'elsewhere', namespace: 'elsewhere/pid:[1]' });
  const watching = expect.objectContaining({ level: 'info', seconds: 0.16 }) as StoreEvent;
  const lock = (onLost = () => {}) => lockFolder(folder, { log: (event) => events.push(event), beat, onLost });

  test.each([
    ['another', foreign],
    ['one of the same name', foreign.replace('elsewhere/pid:[1]', namespace.replace(/\/[^/]+\//u, '/another boot/'))],
  ])('holds while it is touched, whatever the pid: %s', async (_, text) => {
    const file = join(folder, 'lock');
    await writeFile(file, text);
    const touching = setInterval(() => void utimes(file, new Date(), new Date()), beat / 2);
    await expect(lock()).rejects.toMatchObject({ code: 'STORE_IN_USE', parameters: { folder, pid: 999_999_999 } });
    clearInterval(touching);
    expect(events).toEqual([watching]);
  });

  test('is taken over when it is not touched any more', async () => {
    await writeFile(join(folder, 'lock'), foreign);
    const unlock = await lock();
    expect(events).toEqual([watching, ...tookOver]);
    await unlock();
  });

  test('is touched by its holder, who hears when it was taken', async () => {
    const file = join(folder, 'lock');
    let isLost = false;
    const unlock = await lock(() => {
      isLost = true;
    });
    const { mtimeMs } = await stat(file);
    await expect.poll(async () => (await stat(file)).mtimeMs).toBeGreaterThan(mtimeMs);
    await writeFile(file, foreign);
    await expect.poll(() => isLost).toBe(true);
    await unlock();
    expect(await readFile(file, 'utf8')).toBe(foreign);
  });
});

test('a store whose lock another process took writes nothing any more', { timeout: 15_000 }, async () => {
  const store = await open();
  await store.organizations.save({ name: '江西省', parent: null });
  const before = await readFile(join(folder, 'organizations.ndjson'), 'utf8');
  const taken = JSON.stringify({ pid: 1, started: 'elsewhere', namespace: 'elsewhere/pid:[1]' });
  await writeFile(join(folder, 'lock'), taken);
  await expect.poll(() => events, { timeout: 10_000 }).toEqual([expect.objectContaining({ level: 'warn' })]);
  const refused = store.organizations.save({ name: '南昌市', parent: null });
  await expect(refused).rejects.toMatchObject({ code: 'STORE_UNAVAILABLE' });
  await expect(store.ping()).rejects.toMatchObject({ code: 'STORE_UNAVAILABLE' });
  await store.close();
  expect(await readFile(join(folder, 'organizations.ndjson'), 'utf8')).toBe(before);
  expect(await readFile(join(folder, 'lock'), 'utf8')).toBe(taken);
});

test('of many that find a dead process’s lock at once exactly one gets the folder', { timeout: 20_000 }, async () => {
  for (let round = 0; round < 40; round += 1) {
    await writeFile(join(folder, 'lock'), JSON.stringify({ pid: 999_999_999, started: 'dead', namespace }));
    const outcomes = await Promise.allSettled(Array.from({ length: 6 }, open));
    const opened = outcomes.filter((outcome) => outcome.status === 'fulfilled');
    expect(opened).toHaveLength(1);
    for (const { value } of opened) await value.close();
  }
  expect((await readdir(folder)).filter((name) => name.startsWith('lock'))).toEqual([]);
});

test('one that died while it took over a lock is in nobody’s way', async () => {
  const dead = JSON.stringify({ pid: 999_999_999, started: 'dead', namespace });
  const guard = `lock.${createHash('sha256').update(dead).digest('hex').slice(0, 16)}`;
  await writeFile(join(folder, 'lock'), dead);
  await writeFile(join(folder, guard), dead);
  await (await open()).close();
  expect((await readdir(folder)).filter((name) => name.startsWith('lock'))).toEqual([]);
});

test('a folder that cannot be opened is not left locked', async () => {
  await writeFile(join(folder, 'reports.ndjson'), 'damaged\n');
  await expect(open()).rejects.toMatchObject({ code: 'STORE_UNAVAILABLE' });
  expect(await readdir(folder)).not.toContain('lock');
});
