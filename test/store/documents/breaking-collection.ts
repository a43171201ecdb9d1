import type { Collection } from '#store/documents/collection.ts';

const writes = new Set(['insert', 'insertMany', 'replace', 'put', 'change', 'remove']);

/** Thrown in the place of a write. */
export class BrokenOff extends Error {
  override readonly name = 'BrokenOff';
}

/** How many writes are still let through. */
export interface Allowance {
  left: number;
}

/** The collection, but once the allowance is used up every write throws, as if the process had died. */
export function breaking<Row>(collection: Collection<Row>, allowance: Allowance): Collection<Row> {
  return new Proxy(collection, {
    get(target, name, receiver) {
      if (writes.has(String(name)) && allowance.left-- <= 0) {
        return () => Promise.reject(new BrokenOff());
      }
      return Reflect.get(target, name, receiver) as unknown;
    },
  });
}
