import { randomUUID } from 'node:crypto';

/** A database that the whole suite runs on. */
export interface StoreKind {
  readonly name: string;
  /** It can not be used here; its name says why. */
  readonly missing: boolean;
  /** Several gateways can have it at a time. */
  readonly shared: boolean;
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
  { name: 'the embedded store', missing: false, shared: false, settings: () => ({}) },
  {
    name: uri === undefined ? 'MongoDB (skipped: MONGODB_URI is not set)' : 'MongoDB',
    missing: uri === undefined,
    shared: true,
    settings: () => ({ MONGODB_URI: uriOfNewDatabase() }),
  },
];
