import { randomBytes } from 'node:crypto';
import { toNianbaoError } from '#errors/nianbao-error.ts';
import type { AuditEntry, AuditLog } from '#store/audit-log.ts';
import type { AuthLog } from './auth-log.ts';
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
}

/** How a deed ended: `DONE` or the code of an error, and what it was done to where that shows only now. */
export interface Ending {
  readonly outcome: string;
  readonly target: string | null;
}

/** So many refused sign-ins are written down a minute; those beyond are in the gateway's log alone. */
const REFUSALS_A_MINUTE = 120;

/** Ids sort by time. */
function newId(at: Date): string {
  return `${at.toISOString()}-${randomBytes(6).toString('hex')}`;
}

function entryOf({ viewer, address }: Caller, { operation, target }: Deed): AuditEntry {
  const at = new Date();
  const { subject, name } = viewer;
  return { id: newId(at), at, operation, target, subject, name, address, outcome: null, reason: null };
}

/** Writes down what callers do. */
export class AuditTrail {
  readonly #entries: AuditLog;
  readonly #log: AuthLog;
  #minute = 0;
  #refusals = 0;

  constructor(entries: AuditLog, log: AuthLog) {
    this.#entries = entries;
    this.#log = log;
  }

  /**
   * Writes the deed down, does it, then writes down how it ended. What can not be written down is not done; once it is
   * done, it stays so, and an entry without an ending says that it was tried.
   */
  async record<Result>(
    caller: Caller,
    deed: Deed,
    work: { readonly run: () => Promise<Result>; readonly endingOf: (result: Result) => Ending },
  ): Promise<Result> {
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
    if (!this.#isWithinMeasure()) return;

    const entry = entryOf({ viewer: anonymous, address }, { operation: 'signIn', target: null });
    this.#entries.append({ ...entry, outcome: code, reason }).catch((cause: unknown) => this.#warn(entry, cause));
  }

  async #end(entry: AuditEntry, { outcome, target }: Ending): Promise<void> {
    await this.#entries.complete(entry.id, outcome, entry.target === null ? target : null).catch((cause: unknown) => {
      this.#warn({ ...entry, outcome }, cause);
    });
  }

  #warn(entry: AuditEntry, cause: unknown): void {
    this.#log({ level: 'error', message: 'the audit log can not be written', entry, cause });
  }

  #isWithinMeasure(): boolean {
    const minute = Math.floor(Date.now() / 60_000);
    if (minute !== this.#minute) [this.#minute, this.#refusals] = [minute, 0];
    this.#refusals += 1;
    return this.#refusals <= REFUSALS_A_MINUTE;
  }
}
