import { randomUUID } from 'node:crypto';

/** A database that the whole suite runs on. */
export interface StoreKind {
  readonly name: string;
  /** Why it can not be used here; undefined when it can. */
  readonly missing: string | undefined;
  /** Settings of a gateway with an empty database of its own. */
  readonly settings: () => NodeJS.ProcessEnv;
}

const uri = process.env['MONGODB_URI'];

function uriOfNewDatabase(): string {
  const address = new URL(uri ?? '');
  address.pathname = `/nianbao-test-${randomUUID().slice(0, 8)}`;
  return address.href;
}

/** The stores that a gateway can run on. */
export const storeKinds: readonly StoreKind[] = [
  { name: 'the embedded store', missing: undefined, settings: () => ({}) },
  {
    name: 'MongoDB',
    missing: uri === undefined ? 'MONGODB_URI is not set' : undefined,
    settings: () => ({ MONGODB_URI: uriOfNewDatabase() }),
  },
];
