import { rm } from 'node:fs/promises';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { openEmbeddedStore } from '#store/embedded/open-embedded-store.ts';
import type { Store } from '#store/store.ts';
import { createFolder } from './folder-harness.ts';
import { letWrite, startWriter } from './writer-process.ts';

let folder: string;
beforeEach(async () => {
  folder = await createFolder();
});
afterEach(() => rm(folder, { recursive: true, force: true }));

test('everything acknowledged is there after kill -9, round after round', { timeout: 120_000 }, async () => {
  const acknowledged: string[][] = [];
  for (const milliseconds of [30, 90, 170, 260, 333, 410]) {
    const writer = await startWriter(folder);
    await letWrite(milliseconds);
    acknowledged.push(...(await writer.kill()));
    const store = await openEmbeddedStore({ folder, log: () => undefined });
    for (const [kind = '', id = '', revision] of acknowledged) await kept[kind]?.(store, id, Number(revision));
    await store.close();
  }
  expect(acknowledged.length).toBeGreaterThan(20);
});

const kept: Readonly<Record<string, (store: Store, id: string, revision: number) => Promise<void>>> = {
  report: expectRevisions,
  organization: async (store, id) => expect(await store.organizations.find(id)).toMatchObject({ id }),
  job: async (store, id) => expect(await store.renderJobs.find(id)).toMatchObject({ id }),
  artifact: async (store, id) => expect(await store.artifacts.find(id)).toMatchObject({ sha256: id }),
};

/** The report is at that revision or a later one, and each revision up to where it is says what it said. */
async function expectRevisions(store: Store, id: string, acknowledged: number): Promise<void> {
  const current = (await store.reports.seenBy('everything').find(id, ['revision']))?.revision ?? 0;
  expect(current).toBeGreaterThanOrEqual(acknowledged);
  for (let revision = 1; revision <= current; revision += 1) {
    expect((await store.reports.findRevision(id, revision))?.title).toBe(`revision ${revision}`);
  }
  expect(await store.reports.findRevision(id, current + 1)).toBeNull();
}
