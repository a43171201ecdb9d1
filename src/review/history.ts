import type { ChangeAction } from '#reports/change.ts';
import { differencesOf, type Difference } from '#reports/differences.ts';
import type { HistoryState } from '#store/report-store.ts';
import type { Store } from '#store/store.ts';

/** What happened to a report; VOID: passes that no longer count since the change of the same revision. */
export interface HistoryEntry {
  readonly at: Date;
  readonly actor: string | null;
  readonly action: ChangeAction | 'VOID';
  readonly revision: number;
  readonly note: string | null;
  readonly stage: number | null;
}

/** The entries of states in their order, each change followed by the passes that it voided. */
export function historyOf(states: readonly HistoryState[]): HistoryEntry[] {
  return states.flatMap(({ revision, at, change }) => {
    const actor = change.actor?.name ?? null;
    const { action, note, stage = null, voided = [] } = change;
    return [
      { at, actor, action, revision, note, stage },
      ...voided.map((one) => ({ at, actor, action: 'VOID' as const, revision, note: null, stage: one })),
    ];
  });
}

/** What one revision changed of the content; nothing for the first, which is all new. */
export async function differencesAt(
  { reports }: Pick<Store, 'reports'>,
  id: string,
  revision: number,
): Promise<Difference[]> {
  const [before, after] = await Promise.all([revision - 1, revision].map((one) => reports.findRevision(id, one)));
  return before && after ? differencesOf(before, after) : [];
}
