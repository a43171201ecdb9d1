/** Who changes something; `subject` tells two people of one name apart. */
export interface Actor {
  readonly subject: string;
  readonly name: string;
}

/** What can happen to a report. */
export const changeActions = [
  'IMPORT',
  'CREATE',
  'EDIT',
  'SUBMIT',
  'APPROVE',
  'REJECT',
  'PUBLISH',
  'CORRECT',
  'WITHDRAW',
] as const;
export type ChangeAction = (typeof changeActions)[number];

/** How a state of a report came to be; `actor` is null when nobody was signed in. */
export interface Change {
  readonly action: ChangeAction;
  readonly actor: Actor | null;
  readonly note: string | null;
  /** The stage that a reviewer decided on, counted from 1. */
  readonly stage?: number;
  /** Stages of which the passes no longer count. */
  readonly voided?: readonly number[];
}

/** 通过 or 退回. */
export const reviewDecisions = ['APPROVE', 'REJECT'] as const;
export type ReviewDecision = (typeof reviewDecisions)[number];

/** What a reviewer decided at a stage of 三审三校. */
export interface Review {
  /** Counted from 1. */
  readonly stage: number;
  /** What the stage and the post were called then. */
  readonly title: string;
  readonly role: string;
  readonly reviewer: Actor;
  readonly decision: ReviewDecision;
  readonly proofread: boolean;
  readonly secrecyChecked: boolean;
  readonly note: string | null;
  readonly at: Date;
  /** The content that was reviewed. */
  readonly contentHash: string;
  /** The content was changed, or the report sent back, since. */
  readonly voided: boolean;
}

/** What readers are told of a change after the first publication. */
export interface Correction {
  readonly at: Date;
  readonly revision: number;
  readonly note: string;
  /** Cells by their paths, narratives as `narratives.overview`, and `title`. */
  readonly paths: readonly string[];
}
