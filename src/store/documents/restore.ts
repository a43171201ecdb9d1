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

/** Restores entries in batches: of each, organizations before the reports that may be theirs. */
export async function* restore(
  parts: RestoreParts,
  entries: AsyncIterable<Entry> | Iterable<Entry>,
): AsyncGenerator<Restored, void> {
  for await (const batch of inBatches(withLast(entries))) yield* await restoreBatch(parts, batch);
  if (parts.organizations.areMisplaced()) await parts.tree.mend();
}

/** What became of the entries, in their order. */
async function restoreBatch(parts: RestoreParts, batch: readonly Placed[]): Promise<readonly Restored[]> {
  const organizations = batch.flatMap(({ entry }) => (entry.kind === 'organization' ? [entry.organization] : []));
  const states = batch.flatMap(({ entry, isLast }) =>
    entry.kind === 'revision' ? [{ report: entry.report, isLast }] : [],
  );
  const told = {
    organization: [...(await parts.organizations.restore(organizations))],
    revision: [...(await parts.reports.restore(states))],
    artifact: [] as Restored[],
  };
  for (const { entry } of batch) if (entry.kind === 'artifact') told.artifact.push(await restoreArtifact(parts, entry));
  return batch.flatMap(({ entry }) => told[entry.kind].shift() ?? []);
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
