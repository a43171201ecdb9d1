import type { Change } from './change.ts';
import type { Report } from './report.ts';

/** What states do not have that were stored before anybody noted who did what. */
export type SinceChange = 'publishedRevision' | 'reviews' | 'corrections' | 'change';

/** A state without what it is known to lack. */
export type StateOfAnyAge = Omit<Report, SinceChange> & { readonly [Key in SinceChange]?: Report[Key] | undefined };

/** The state with what it lacks: nobody did it, and what was published then is what readers see. */
export function withChange(state: StateOfAnyAge): Report {
  const { status, revision, publishedRevision, reviews, corrections, change } = state;
  const unnoted: Change = { action: revision === 1 ? 'IMPORT' : 'EDIT', actor: null, note: null };
  return {
    ...state,
    publishedRevision: publishedRevision ?? (status === 'PUBLISHED' ? revision : null),
    reviews: reviews ?? [],
    corrections: corrections ?? [],
    change: change ?? unnoted,
  };
}
