import type { Change, Correction, Review } from './change.ts';
import type { Decision } from './checks/decision.ts';
import type { Violation } from './checks/violation.ts';
import type { FigureTree, RawTree } from './figures.ts';
import type { SourceRecord } from './source-record.ts';

/** Where a report stands on its way to readers. */
export const reportStatuses = ['DRAFT', 'IN_REVIEW', 'APPROVED', 'PUBLISHED', 'WITHDRAWN'] as const;
export type ReportStatus = (typeof reportStatuses)[number];

/** Where a report comes from: read from a document, or written here. */
export const origins = ['IMPORTED', 'FILED'] as const;
export type Origin = (typeof origins)[number];

/** What a report says: the filled-in form. */
export interface ReportContent {
  readonly title: string;
  readonly year: number;
  /** Id of the form. */
  readonly form: string;
  /** Text by chapter key, paragraphs separated by a blank line; also text beside the tables of a chapter, and `introduction` before the first. */
  readonly narratives: Readonly<Record<string, string>>;
  readonly figures: FigureTree;
  readonly raws: RawTree;
}

/** What an importer makes of a document: the content and the body's name as it stands there. */
export interface ReportDraft extends ReportContent {
  readonly organization: string;
  readonly source?: SourceRecord;
}

/** The outcome of the rules that look at the report alone, as stored. */
export interface StoredChecks {
  /** No open violation of severity ERROR: none that was not dismissed. */
  readonly passed: boolean;
  readonly violations: readonly Violation[];
}

/** A stored report. `revision` grows by one with every stored change. */
export interface Report extends ReportContent {
  readonly id: string;
  /** `lineage`: ids from the topmost organization down to this one. */
  readonly organization: { readonly id: string; readonly name: string; readonly lineage: readonly string[] };
  readonly status: ReportStatus;
  readonly revision: number;
  readonly createdAt: Date;
  readonly updatedAt: Date;
  /** When readers saw it first. */
  readonly publishedAt: Date | null;
  /** The revision that readers see: one that was published or withdrawn; null for a report that they never saw. */
  readonly publishedRevision: number | null;
  readonly checks: StoredChecks;
  /** Every decision of a reviewer, oldest first. */
  readonly reviews: readonly Review[];
  /** What was changed after the first publication, oldest first. */
  readonly corrections: readonly Correction[];
  /** Of a withdrawn report: what readers saw before. */
  readonly withdrawn?: { readonly title: string; readonly revision: number };
  /** What made this state out of the one before. */
  readonly change: Change;
  /** Absent: imported. */
  readonly origin?: Origin;
  readonly source?: SourceRecord;
  /** What was decided of findings, oldest first; absent: nothing. */
  readonly decisions?: readonly Decision[];
}
