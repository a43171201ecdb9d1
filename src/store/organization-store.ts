import type { Page, Slice } from './page.ts';

/** A body that publishes reports. Names are unique. */
export interface Organization {
  readonly id: string;
  readonly name: string;
  readonly parent: string | null;
  /** Ids from the topmost organization down to this one, which is the last. */
  readonly lineage: readonly string[];
}

/** What an organization is to be: a new one, or the one of that id with another name or parent. */
export interface OrganizationDraft {
  readonly id?: string | undefined;
  readonly name: string;
  /** Id of the organization above; null for one at the top. */
  readonly parent: string | null;
}

/** Organizations, sorted by name (by code points). */
export interface OrganizationStore {
  find(id: string): Promise<Organization | null>;
  findByName(name: string): Promise<Organization | null>;
  /** In the order of the ids; null where there is none. */
  findMany(ids: readonly string[]): Promise<readonly (Organization | null)[]>;
  /** The organization of that name; made, without a parent, when there is none. Two calls at once make one. */
  ensure(name: string): Promise<Organization>;
  /**
   * Makes an organization, renames or moves it; the organization as it is then. What lies below it, and the reports of
   * all of these, say so when it resolves; when it breaks off before, the next save or opening of the store goes on.
   * INPUT_INVALID for a name that is blank or taken and for a parent that lies below; NOT_FOUND for unknown ids.
   */
  save(draft: OrganizationDraft): Promise<Organization>;
  /** Direct children of each organization, in the order of the ids. */
  childrenOf(ids: readonly string[]): Promise<readonly (readonly Organization[])[]>;
  /** Everything below an organization, without it; every organization when it is null. */
  below(id: string | null): Promise<readonly Organization[]>;
  /** Those whose name holds every word of `search`. */
  list(search: string | undefined, slice: Slice): Promise<Page<Organization>>;
  count(search: string | undefined): Promise<number>;
}
