import { publicEdition } from '#reports/public-edition.ts';
import type { Report } from '#reports/report.ts';
import { withChange } from '#reports/with-change.ts';
import type { HistoryState, ReportPart } from '../report-store.ts';
import type { Collection } from './collection.ts';
import { revisionKey, type RevisionDocument } from './report-document.ts';

/** What of a state tells its part of the history. */
export const historyFields = ['revision', 'status', 'updatedAt', 'publishedRevision', 'change'] as const;

type PastState = Pick<Report, 'revision' | 'status' | 'updatedAt' | 'publishedRevision' | 'change'>;

/** The states of a report up to the last one, of which a part was read, oldest first. */
export async function historyOf(
  last: ReportPart | undefined,
  revisions: Collection<RevisionDocument>,
): Promise<readonly PastState[]> {
  if (!last) return [];
  const { id, revision = 1 } = last;
  const ids = Array.from({ length: revision - 1 }, (_, index) => revisionKey(id, index + 1));
  const paths = historyFields.map((field) => `state.${field}`);
  const past = ids.length === 0 ? [] : await revisions.find({ _id: { $in: ids } }, { paths });
  const states = [...past.map(({ state }) => state), last].map((state) => withChange(state as Report));
  return states.sort((a, b) => a.revision - b.revision);
}

/** A state as its history tells it. */
export function stateOf({ revision, updatedAt: at, change }: PastState): HistoryState {
  return { revision, at, change };
}

/** Those that readers saw, without those who made them. */
export function publicStates(states: readonly PastState[]): HistoryState[] {
  const shown = states.filter(({ revision, publishedRevision }) => revision === publishedRevision);
  return shown.map((state) => stateOf(publicEdition(state as Report)));
}
