import type { Violation } from './checks/violation.ts';
import type { FigureTree, RawTree } from './figures.ts';

/** Where a report stands on its way to readers. */
export const reportStatuses = ['DRAFT', 'IN_REVIEW', 'APPROVED', 'PUBLISHED', 'WITHDRAWN'] as const;
export type ReportStatus = (typeof reportStatuses)[number];

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
}

/** The outcome of the form's checks, as stored. */
export interface StoredChecks {
  /** No violation of severity ERROR. */
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
  readonly publishedAt: Date | null;
  readonly checks: StoredChecks;
}
