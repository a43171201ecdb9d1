import type { Page, Slice } from './page.ts';

/** A body that publishes reports. Names are unique. */
export interface Organization {
  readonly id: string;
  readonly name: string;
  readonly parent: string | null;
  /** Ids from the topmost organization down to this one, which is the last. */
  readonly lineage: readonly string[];
}

/** Organizations, sorted by name (by code points). */
export interface OrganizationStore {
  find(id: string): Promise<Organization | null>;
  findByName(name: string): Promise<Organization | null>;
  /** In the order of the ids; null where there is none. */
  findMany(ids: readonly string[]): Promise<readonly (Organization | null)[]>;
  /** The organization of that name; made, without a parent, when there is none. Two calls at once make one. */
  ensure(name: string): Promise<Organization>;
  /** Direct children of each organization, in the order of the ids. */
  childrenOf(ids: readonly string[]): Promise<readonly (readonly Organization[])[]>;
  /** Those whose name holds every word of `search`. */
  list(search: string | undefined, slice: Slice): Promise<Page<Organization>>;
  count(search: string | undefined): Promise<number>;
}
