import type { Page, Slice } from './page.ts';

/** One thing that somebody did or tried to do. */
export interface AuditEntry {
  /** Sorts by time. */
  readonly id: string;
  readonly at: Date;
  /** The name of the mutation, `signIn`, or `leftOut`: so many more of a minute were not written down. */
  readonly operation: string;
  /** What it was done to, as GraphQL names it; null where that is not known. */
  readonly target: string | null;
  /** What the target does not say, such as the name and the roles of a key. */
  readonly details: string | null;
  readonly subject: string | null;
  readonly name: string | null;
  /** The network address that it came from. */
  readonly address: string | null;
  /** `DONE`, or the code of the error; null while it is under way, and for good when the process died of it. */
  readonly outcome: string | null;
  /** Why a sign-in was refused. */
  readonly reason: string | null;
}

/** Conditions that an entry must meet, all of them. */
export interface AuditFilter {
  readonly operation?: string | undefined;
  readonly subject?: string | undefined;
  readonly target?: string | undefined;
  readonly outcome?: string | undefined;
  /** First and last moment, both included. */
  readonly from?: Date | undefined;
  readonly to?: Date | undefined;
}

/** What was done, newest first. Entries are added and, once, given their outcome; none is changed or removed. */
export interface AuditLog {
  append(entry: AuditEntry): Promise<void>;
  /** Gives an entry that has no outcome its outcome, and a target that is not null; nothing happens to another one. */
  complete(id: string, outcome: string, target: string | null): Promise<void>;
  list(filter: AuditFilter, slice: Slice): Promise<Page<AuditEntry>>;
  count(filter: AuditFilter): Promise<number>;
}
