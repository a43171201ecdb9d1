import type { Parameters, Sentence } from '#errors/locale.ts';
import type { Subject } from './subject.ts';
import type { Severity } from './violation.ts';

/** What a rule finds wrong. `place` is a label of the form. */
export interface Finding {
  readonly place: string;
  readonly paths?: readonly string[];
  readonly expected?: string;
  readonly actual?: string;
  readonly formula?: string;
  readonly quote?: string;
  /** Where it is not the usual severity of the rule. */
  readonly severity?: Severity;
  /** More parameters of the sentence. */
  readonly parameters?: Readonly<Record<string, string | number>>;
}

/** Why something can not be judged. */
export interface Unassessable {
  readonly reason: Sentence;
  readonly parameters?: Parameters;
}

/** What a rule may see besides the report: without it the rule is not assessable. */
export type Need = 'previous' | 'children' | 'filing';

/** A rule as a person meets it, and how it judges. docs/checks.md lists the same rows. */
export interface Rule {
  readonly severity: Severity;
  /** `{place}`, `{expected}` and `{actual}` are filled in. */
  readonly sentence: Sentence;
  /** The rule as a formula of the form's labels. */
  readonly formula?: string;
  /** Absent: the rule looks at the report alone, and its findings are stored with it. */
  readonly need?: Need;
  /** A pure function: what is wrong, and what can not be judged. Nothing: the rule holds. */
  readonly judge: (subject: Subject) => Iterable<Finding | Unassessable>;
}
