import type { FindingCell } from './violation.ts';

/**
 * CONFIRMED: the finding is right and remains to be mended. DISMISSED: there is a reason why the report is right.
 * ZERO: the cells that have no figure mean zero.
 */
export const verdicts = ['CONFIRMED', 'DISMISSED', 'ZERO'] as const;
export type Verdict = (typeof verdicts)[number];

/** What somebody decided of a finding. It holds as long as what the finding speaks of is the same. */
export interface Decision {
  /** Key of the finding. */
  readonly finding: string;
  readonly code: string;
  /** The cells as they were. */
  readonly cells: readonly FindingCell[];
  readonly verdict: Verdict;
  readonly reason: string;
  /** Null when nobody was signed in. */
  readonly actor: { readonly subject: string; readonly name: string } | null;
  readonly at: Date;
}
