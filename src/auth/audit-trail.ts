import { randomBytes } from 'node:crypto';
import { NianbaoError, toNianbaoError } from '#errors/nianbao-error.ts';
import type { AuditEntry, AuditLog } from '#store/audit-log.ts';
import type { AuthLog } from './auth-log.ts';
import { MinuteMeasure, type Counted } from './minute-measure.ts';
import { anonymous, type Principal } from './principal.ts';

/** Who is calling, and from where. */
export interface Caller {
  readonly viewer: Principal;
  /** The network address; null where there is none. */
  readonly address: string | null;
}

/** What somebody is about to do. */
export interface Deed {
  readonly operation: string;
  readonly target: string | null;
  /** What else is to be known of it; no document, no token. */
  readonly details?: string | null;
}

/** How a deed ended: `DONE` or the code of an error, and what was made, which is its target from then on. */
export interface Ending {
  readonly outcome: string;
  readonly target: string | null;
}

/** So many refused sign-ins are written down a minute; those beyond are in the gateway's log alone. */
const signIns: Counted = { key: 'signIn', most: 120 };
/** So much of what is tried without signing in, whoever tries it: nothing of a report can be changed so. */
const withoutSignIn: Counted = { key: 'anonymous', most: 120 };
/** So many refused deeds of one subject; beyond them nothing more of it is done in that minute. */
const MOST_REFUSALS = 600;
const subjectMark = 'subject:';

function refusalsOf(subject: string): Counted {
  return { key: `${subjectMark}${subject}`, most: MOST_REFUSALS };
}

/** Ids sort by time. */
function newId(at: Date): string {
  return `${at.toISOString()}-${randomBytes(6).toString('hex')}`;
}

function entryOf({ viewer, address }: Caller, { operation, target, details = null }: Deed): AuditEntry {
  const at = new Date();
  const { subject, name } = viewer;
  return { id: newId(at), at, operation, target, details, subject, name, address, outcome: null, reason: null };
}

/** The row that says how many more there were. */
function leftOutEntry(key: string, count: number): AuditEntry {
  const what = key === signIns.key ? 'signIn' : 'mutation';
  const subject = key.startsWith(subjectMark) ? key.slice(subjectMark.length) : null;
  const entry = entryOf(
    { viewer: anonymous, address: null },
    { operation: 'leftOut', target: null, details: `${count} × ${what}` },
  );
  return { ...entry, subject, outcome: 'LEFT_OUT' };
}

/** Writes down what callers do. */
export class AuditTrail {
  readonly #entries: AuditLog;
  readonly #log: AuthLog;
  readonly #measure: MinuteMeasure;
  readonly #writing = new Set<Promise<void>>();

  constructor(entries: AuditLog, log: AuthLog) {
    this.#entries = entries;
    this.#log = log;
    this.#measure = new MinuteMeasure((key, count) => this.#write(leftOutEntry(key, count)));
  }

  /**
   * Writes the deed down, does it, then writes down how it ended. What can not be written down is not done; once it is
   * done, it stays so, and an entry without an ending says that it was tried. Beyond the measure of a minute only the
   * number is written: of those who are not signed in, and of a subject that is refused all the time, which is
   * TOO_MANY_REFUSALS then.
   */
  async record<Result>(
    caller: Caller,
    deed: Deed,
    work: { readonly run: () => Promise<Result>; readonly endingOf: (result: Result) => Ending },
  ): Promise<Result> {
    const { subject } = caller.viewer;
    if (subject === null && !this.#measure.take(withoutSignIn)) return work.run();
    if (subject !== null && this.#measure.refuses(refusalsOf(subject)))
      throw new NianbaoError('TOO_MANY_REFUSALS', { retryAfterSeconds: this.#measure.secondsLeft });
    const entry = entryOf(caller, deed);
    await this.#entries.append(entry);
    try {
      const result = await work.run();
      await this.#end(entry, work.endingOf(result));
      return result;
    } catch (error) {
      await this.#end(entry, { outcome: toNianbaoError(error).code, target: null });
      throw error;
    }
  }

  /** Writes down that a sign-in was refused; nobody waits for it. */
  refused(address: string | null, code: string, reason: string): void {
    if (!this.#measure.take(signIns)) return;

    const entry = entryOf({ viewer: anonymous, address }, { operation: 'signIn', target: null });
    this.#write({ ...entry, outcome: code, reason });
  }

  /** Writes down what was counted so far; resolves when all is written. */
  async close(): Promise<void> {
    this.#measure.close();
    await Promise.all(this.#writing);
  }

  async #end(entry: AuditEntry, { outcome, target }: Ending): Promise<void> {
    if (outcome !== 'DONE' && entry.subject !== null) this.#measure.take(refusalsOf(entry.subject));
    await this.#entries.complete(entry.id, outcome, target).catch((cause: unknown) => {
      this.#warn({ ...entry, outcome }, cause);
    });
  }

  #write(entry: AuditEntry): void {
    const written = this.#entries
      .append(entry)
      .catch((cause: unknown) => this.#warn(entry, cause))
      .finally(() => this.#writing.delete(written));
    this.#writing.add(written);
  }

  #warn(entry: AuditEntry, cause: unknown): void {
    this.#log({ level: 'error', message: 'the audit log can not be written', entry, cause });
  }
}
