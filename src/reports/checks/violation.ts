export const severities = ['ERROR', 'WARNING'] as const;
/** ERROR blocks publication, WARNING does not. */
export type Severity = (typeof severities)[number];

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
}
