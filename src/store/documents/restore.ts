import { isDeepStrictEqual } from 'node:util';
import type { ArtifactStore } from '../artifact-store.ts';
import type { Entry, Restored } from '../dump.ts';
import { matches } from './artifact-document.ts';
import type { OrganizationSettings } from '../organization-settings-store.ts';
import type { PluginRegistration } from '../plugin-registration-store.ts';
import { toSettingsDocument, type OrganizationSettingsDocument } from './organization-settings.ts';
import type { Collection } from './collection.ts';
import { toRegistrationDocument, type PluginRegistrationDocument } from './plugin-registrations.ts';
import { inBatches, withLast, type Placed } from './entry-batches.ts';
import type { OrganizationTree } from './organization-tree.ts';
import type { OrganizationRestorer } from './restore-organizations.ts';
import type { ReportRestorer } from './restore-reports.ts';

/** What entries are put into. */
export interface RestoreParts {
  readonly organizations: OrganizationRestorer;
  readonly reports: ReportRestorer;
  readonly settings: Collection<OrganizationSettingsDocument>;
  readonly plugins: Collection<PluginRegistrationDocument>;
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
    settings: [] as Restored[],
    plugin: [] as Restored[],
    artifact: [] as Restored[],
  };
  for (const { entry } of batch) {
    if (entry.kind === 'settings') told.settings.push(await restoreSettings(parts, entry.settings));
    if (entry.kind === 'plugin') told.plugin.push(await restorePlugin(parts, entry.registration));
    if (entry.kind === 'artifact') told.artifact.push(await restoreArtifact(parts, entry));
  }
  return batch.flatMap(({ entry }) => told[entry.kind].shift() ?? []);
}

async function restoreSettings({ settings }: RestoreParts, given: OrganizationSettings): Promise<Restored> {
  const told = { kind: 'settings', id: given.organization } as const;
  const document = toSettingsDocument(given);
  if (await settings.insert(document)) return { ...told, outcome: 'STORED' };
  const [there] = await settings.find({ _id: given.organization });
  if (isDeepStrictEqual(there, document)) return { ...told, outcome: 'PRESENT' };
  return { ...told, outcome: 'CONFLICT', reason: 'something else was settled of the organization' };
}

async function restorePlugin({ plugins }: RestoreParts, registration: PluginRegistration): Promise<Restored> {
  const { name: id, registered } = registration;
  if (await plugins.insert(toRegistrationDocument(registration))) return { kind: 'plugin', id, outcome: 'STORED' };
  const [there] = await plugins.find({ _id: id });
  if (there?.registered === registered) return { kind: 'plugin', id, outcome: 'PRESENT' };
  return { kind: 'plugin', id, outcome: 'CONFLICT', reason: 'something else was decided of the plugin' };
}

async function restoreArtifact(
  { artifacts }: RestoreParts,
  { key, record, bytes }: Extract<Entry, { kind: 'artifact' }>,
): Promise<Restored> {
  const told = { kind: 'artifact', id: key } as const;
  if (!matches(record, bytes))
    return { ...told, outcome: 'CONFLICT', reason: 'the bytes are not what their record says' };
  const there = await artifacts.find(key);
  if (there && isDeepStrictEqual(there, record)) return { ...told, outcome: 'PRESENT' };
  if (there) return { ...told, outcome: 'CONFLICT', reason: 'another document is kept under the key' };
  await artifacts.save(key, record, bytes);
  return { ...told, outcome: 'STORED' };
}
