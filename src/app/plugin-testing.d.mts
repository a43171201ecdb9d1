import type { PrintableDocument, ReportValues } from 'nianbao/plugin-api';

/** What became of one check. */
export interface CheckResult {
  readonly check: string;
  /** Null for a check of the plugin as a whole. */
  readonly renderer: string | null;
  /** The sample that it was tried with, where there are several. */
  readonly sample: string | null;
  /** What was asked, for a person. */
  readonly title: string;
  readonly passed: boolean;
  readonly reason: string | null;
}

/** A report that every renderer must manage, in the forms in which a renderer may take it. */
export interface Sample {
  readonly id: string;
  readonly document: PrintableDocument;
  readonly values: ReportValues;
}

/**
 * Holds the plugin in a folder against the renderer contract, in the isolation of a gateway: manifest, entry, options,
 * output of every sample, limits, signal, determinism. One result after the other, as they come.
 */
export function checkPlugin(
  folder: string | URL,
  settings?: {
    /** Of titles and reasons; English when it is left out. */
    readonly language?: 'zh' | 'en';
    /** Told what the plugin logs and writes to its standard output. */
    readonly log?: (message: string) => void;
  },
): AsyncGenerator<CheckResult>;

/** The reports that the checks use, for tests of one's own. */
export const samples: readonly Sample[];
