import type { ErrorCode } from '#errors/catalogue.ts';
import { NianbaoError } from '#errors/nianbao-error.ts';
import type { Parameters } from '#errors/locale.ts';
import type { ReportDraft } from '#reports/report.ts';
import type { Overrides } from '../overrides.ts';

/** What a reading process is asked: one document at a time. */
export interface ReadOrder {
  readonly document: string | Uint8Array;
  readonly overrides: Overrides;
}

/** An error of the catalogue as plain data. */
interface PlainFault {
  readonly code: ErrorCode;
  readonly parameters: Parameters;
  readonly line: number | undefined;
  /** For the log. */
  readonly cause: string | undefined;
}

/** What it answers. `ready` comes once, before the first order. */
export type ReadAnswer =
  | { readonly type: 'ready' }
  | { readonly type: 'draft'; readonly draft: ReportDraft; readonly residentBytes: number }
  | { readonly type: 'fault'; readonly fault: PlainFault; readonly residentBytes: number };

/** An error on its way out of the process; what is of no catalogue is INTERNAL with its stack for the log. */
export function toPlainFault(error: unknown): PlainFault {
  if (!(error instanceof NianbaoError))
    return { code: 'INTERNAL', parameters: {}, line: undefined, cause: stackOf(error) };
  const { code, parameters, line, cause } = error;
  return { code, parameters, line, cause: cause === undefined ? undefined : stackOf(cause) };
}

/** The error again. */
export function fromPlainFault({ code, parameters, line, cause }: PlainFault): NianbaoError {
  return new NianbaoError(code, parameters, { line, cause: cause === undefined ? undefined : new Error(cause) });
}

function stackOf(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}
