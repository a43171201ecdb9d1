import { isDeepStrictEqual } from 'node:util';
import type { ArtifactStore } from '../artifact-store.ts';
import type { Entry, Restored } from '../dump.ts';
import { inBatches, withLast, type Placed } from './entry-batches.ts';
import type { OrganizationTree } from './organization-tree.ts';
import type { OrganizationRestorer } from './restore-organizations.ts';
import type { ReportRestorer } from './restore-reports.ts';

/** What entries are put into. */
export interface RestoreParts {
  readonly organizations: OrganizationRestorer;
  readonly reports: ReportRestorer;
  readonly artifacts: ArtifactStore;
  readonly tree: Pick<OrganizationTree, 'mend'>;
}

/** Restores entries in batches of one kind. */
export async function* restore(
  parts: RestoreParts,
  entries: AsyncIterable<Entry> | Iterable<Entry>,
): AsyncGenerator<Restored, void> {
  let planted = false;
  for await (const batch of inBatches(withLast(entries))) {
    const isTree = batch[0]?.entry.kind === 'organization';
    // Organizations come in any order; reports need to know where these lie.
    if (planted && !isTree) await parts.tree.mend();
    const restored = await restoreBatch(parts, batch);
    planted = isTree && (planted || restored.some(({ outcome }) => outcome === 'STORED'));
    yield* restored;
  }
  if (planted) await parts.tree.mend();
}

async function restoreBatch(parts: RestoreParts, batch: readonly Placed[]): Promise<readonly Restored[]> {
  const organizations = batch.flatMap(({ entry }) => (entry.kind === 'organization' ? [entry.organization] : []));
  if (organizations.length > 0) return parts.organizations.restore(organizations);
  const states = batch.flatMap(({ entry, isLast }) =>
    entry.kind === 'revision' ? [{ report: entry.report, isLast }] : [],
  );
  if (states.length > 0) return parts.reports.restore(states);
  const restored: Restored[] = [];
  for (const { entry } of batch) if (entry.kind === 'artifact') restored.push(await restoreArtifact(parts, entry));
  return restored;
}

async function restoreArtifact(
  { artifacts }: RestoreParts,
  { key, record, bytes }: Extract<Entry, { kind: 'artifact' }>,
): Promise<Restored> {
  const told = { kind: 'artifact', id: key } as const;
  const there = await artifacts.find(key);
  if (there && isDeepStrictEqual(there, record)) return { ...told, outcome: 'PRESENT' };
  if (there) return { ...told, outcome: 'CONFLICT', reason: 'another document is kept under the key' };
  await artifacts.save(key, record, bytes);
  return { ...told, outcome: 'STORED' };
}
