import type { ReportDraft } from '#reports/report.ts';
import type { Overrides } from '../overrides.ts';

/** Whatever turns documents into filled-in forms; every failure is an error of the catalogue. */
export interface DocumentReader {
  /** READING_TIMEOUT, READING_FAILED and READERS_BUSY besides the errors of `readDocument`. Ends when `signal` aborts. */
  readonly read: (document: string | Uint8Array, overrides?: Overrides, signal?: AbortSignal) => Promise<ReportDraft>;
  /** How many documents are read at the same time. */
  readonly width: number;
  /** Ends what is being read; a second call is harmless. */
  readonly close: () => Promise<void>;
}
