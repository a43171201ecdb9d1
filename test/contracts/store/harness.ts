import { afterAll, afterEach, beforeAll, beforeEach } from 'vitest';
import type { Retention } from '#store/retention.ts';
import type { Store } from '#store/store.ts';

/** What tests say of the store that they open. */
export interface StoreOptions {
  readonly retention?: Retention;
  readonly noteMilliseconds?: number;
}

/** A database of its own, and the means to open a store on it. */
export interface StoreHarness {
  /** Opens the store: empty the first time, later with what was kept. Not while another one is open. */
  open(options?: StoreOptions): Promise<Store>;
  /** Removes the database. */
  dispose(): Promise<void>;
}

export type CreateHarness = () => Promise<StoreHarness>;

/** A store that all tests of a group share. */
export function sharedStore(createHarness: CreateHarness): () => Store {
  let harness: StoreHarness;
  let store: Store;
  beforeAll(async () => {
    harness = await createHarness();
    store = await harness.open();
  });
  afterAll(async () => {
    await store.close();
    await harness.dispose();
  });
  return () => store;
}

/** A store of its own for each test. */
export function freshStore(createHarness: CreateHarness): () => Store {
  let harness: StoreHarness;
  let store: Store;
  beforeEach(async () => {
    harness = await createHarness();
    store = await harness.open();
  });
  afterEach(async () => {
    await store.close();
    await harness.dispose();
  });
  return () => store;
}
