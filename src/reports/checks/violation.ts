import type { Figure } from '../figures.ts';

export const severities = ['ERROR', 'WARNING', 'INFO'] as const;
/** ERROR blocks publication, WARNING does not, INFO is worth a look. */
export type Severity = (typeof severities)[number];

/** A cell that a finding speaks of, as it was then. */
export interface FindingCell {
  readonly path: string;
  readonly figure: Figure;
  /** What the source wrote, where that is not the plain figure. */
  readonly raw?: string;
  /** Where the source wrote it, as `placeText` has it. */
  readonly place?: string;
}

/** One broken rule. Its sentence is made from the catalogue when it is read. */
export interface Violation {
  /** Stable id of the rule, for example ROW_TOTAL. */
  readonly code: string;
  readonly severity: Severity;
  /** The cells at fault; empty where the rule is not about cells. */
  readonly paths: readonly string[];
  /** What the other side of the sum gives, where the rule is a sum. */
  readonly expected: string | null;
  /** What the report says. Exact decimals as strings. */
  readonly actual: string | null;
  /** Parameters of the rule's sentence. */
  readonly parameters: Readonly<Record<string, string | number>>;
  /** Names the finding as long as all that it speaks of is the same. Absent in what was stored before there were keys. */
  readonly key?: string;
  /** How the sum goes, in the form's own labels. */
  readonly formula?: string;
  /** The sentence of the narrative that it speaks of. */
  readonly quote?: string;
  /** The cells of `paths` with what the report has in them. */
  readonly cells?: readonly FindingCell[];
}
