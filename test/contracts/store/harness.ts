import { afterAll, afterEach, beforeAll, beforeEach } from 'vitest';
import type { StoreLog } from '#store/documents/store-log.ts';
import type { Retention } from '#store/retention.ts';
import type { Store } from '#store/store.ts';

/** What tests say of the store that they open. */
export interface StoreOptions {
  readonly retention?: Retention;
  readonly noteMilliseconds?: number;
  readonly log?: StoreLog;
}

/** A document as it lies in the database. */
export type RawDocument = Record<string, unknown> & { readonly _id: string };

/** A database of its own, and the means to open a store on it. */
export interface StoreHarness {
  /** Opens the store: empty the first time, later with what was kept. Not while another one is open. */
  open(options?: StoreOptions): Promise<Store>;
  /** Changes what is stored behind the store's back, while it is closed. */
  rewrite(
    collection: 'organizations' | 'reports' | 'artifacts',
    change: (document: RawDocument) => RawDocument,
  ): Promise<void>;
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
