import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Store } from '#store/store.ts';
import { dumped, fill, restored } from '../../contracts/store/dump-samples.ts';
import type { StoreHarness } from '../../contracts/store/harness.ts';
import { createFolderHarness } from '../embedded/folder-harness.ts';
import { createDatabaseHarness, describeWithMongo } from './database-harness.ts';

describeWithMongo(() => {
  const places: { harness: StoreHarness; store: Store }[] = [];
  beforeEach(async () => {
    for (const create of [createFolderHarness, createDatabaseHarness, createFolderHarness]) {
      const harness = await create();
      places.push({ harness, store: await harness.open() });
    }
  });
  afterEach(async () => {
    for (const { harness, store } of places.splice(0)) {
      await store.close();
      await harness.dispose();
    }
  });

  test('a dump goes from the embedded store into MongoDB and back, and is the same everywhere', async () => {
    const [first, second, third] = places.map(({ store }) => store) as [Store, Store, Store];
    await fill(first);
    const entries = await dumped(first, true);
    await restored(second, first.dump({ artifacts: true }));
    expect(await dumped(second, true)).toEqual(entries);
    await restored(third, second.dump({ artifacts: true }));
    expect(await dumped(third, true)).toEqual(entries);
  });
});
