import type { Violation } from '#reports/checks/violation.ts';
import type { Correction } from '#reports/change.ts';
import { differencesOf } from '#reports/differences.ts';
import type { Report } from '#reports/report.ts';
import type { ReviewPolicy } from '#reports/review-policy.ts';
import { nextState, type Occasion } from './next-state.ts';
import { noteIssues } from './notes.ts';
import { personalDataIn } from './personal-data.ts';
import { refuse, refuseAny, type StepIssue } from './refusals.ts';
import { standingPasses } from './standing-passes.ts';
import { transition } from './transitions.ts';

/** What whoever publishes says. */
export interface Publication extends Occasion {
  readonly note: string | undefined;
  readonly personalDataSeen: boolean;
}

/** What decides whether a report may be published. */
export interface Grounds {
  readonly policy: ReviewPolicy;
  /** Errors that nobody dismissed. */
  readonly blocking: readonly Violation[];
  /** The state that readers see, or saw before it was withdrawn; null where there is none. */
  readonly published: Report | null;
}

/** What stands in the way of publishing a report as it is now. */
function publicationIssues(report: Report, { policy, blocking }: Pick<Grounds, 'policy' | 'blocking'>) {
  const passes = standingPasses(report, policy);
  const [passed, count] = [passes.length, policy.stages.length];
  const issues: StepIssue[] =
    blocking.length > 0 ? [{ path: 'id', reason: 'BLOCKED', parameters: { count: blocking.length } }] : [];
  if (passed < count) issues.push({ path: 'id', reason: 'STAGES_MISSING', parameters: { passed, count } });
  if (!passes.some(({ secrecyChecked }) => secrecyChecked)) issues.push({ path: 'id', reason: 'SECRECY_MISSING' });
  return issues;
}

/** The report published; again, with a correction that readers see. INPUT_INVALID with all that stands in the way. */
export function publishReport(report: Report, grounds: Grounds, publication: Publication): Report {
  transition('PUBLISH', report.status);
  const paths = grounds.published ? differencesOf(grounds.published, report).map(({ path }) => path) : [];
  const note = publication.note?.trim() ?? '';
  refuseAny([
    ...publicationIssues(report, grounds),
    ...dataIssues(report, publication),
    ...noteIssues(publication.note),
    ...(paths.length > 0 && note === '' ? [{ path: 'note', reason: 'CORRECTION_UNEXPLAINED' } as const] : []),
  ]);
  const action = grounds.published ? 'CORRECT' : 'PUBLISH';
  const next = nextState(report, 'PUBLISH', publication, { action, note: note || null });
  const { withdrawn: _, ...shown } = next;
  const { revision, updatedAt: at } = shown;
  const correction: Correction[] = paths.length > 0 ? [{ at, revision, note, paths }] : [];
  return {
    ...shown,
    publishedAt: report.publishedAt ?? at,
    publishedRevision: revision,
    corrections: [...report.corrections, ...correction],
  };
}

function dataIssues(report: Report, { personalDataSeen }: Publication): StepIssue[] {
  const found = personalDataIn(report);
  if (personalDataSeen || found.length === 0) return [];
  return [
    { path: 'personalDataSeen', reason: 'PERSONAL_DATA', parameters: { count: found.length } },
    ...found.map(({ path, text }) => ({ path, reason: 'PERSONAL_DATA_FOUND', parameters: { text } }) as const),
  ];
}

/** What whoever withdraws says, and the state that readers see, or saw before. */
export interface Withdrawal extends Occasion {
  readonly note: string | undefined;
  readonly published: Report | null;
}

/** The report withdrawn: readers keep that it was there, and why it is gone. INPUT_INVALID without a reason. */
export function withdrawReport(report: Report, { note, published, ...occasion }: Withdrawal): Report {
  if (report.publishedRevision === null) throw refuse([{ path: 'id', reason: 'NEVER_PUBLISHED' }]);
  const reason = note?.trim() ?? '';
  refuseAny([...(reason === '' ? [{ path: 'note', reason: 'REASON_MISSING' } as const] : []), ...noteIssues(note)]);
  const next = nextState(report, 'WITHDRAW', occasion, { action: 'WITHDRAW', note: reason });
  const withdrawn = published && { title: published.title, revision: published.revision };
  return { ...next, publishedRevision: next.revision, ...(withdrawn && { withdrawn }) };
}
