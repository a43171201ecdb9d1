import { access, mkdir } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import type { ApiKeyDocument } from '../documents/api-keys.ts';
import type { ArtifactDocument } from '../documents/artifact-document.ts';
import type { AuditDocument } from '../documents/audit-entries.ts';
import { createDocumentStore } from '../documents/document-store.ts';
import { createLocalExclusion, type Exclusion } from '../documents/exclusion.ts';
import type { OrganizationDocument } from '../documents/organization-document.ts';
import type { ImportBatchDocument, ImportItemDocument } from '../documents/import-batch-document.ts';
import type { ImportedDocumentRow } from '../documents/imported-documents.ts';
import type { OrganizationSettingsDocument } from '../documents/organization-settings.ts';
import type { PluginRegistrationDocument } from '../documents/plugin-registrations.ts';
import type { RenderJobDocument } from '../documents/render-job-document.ts';
import type { ReportDocument, RevisionDocument } from '../documents/report-document.ts';
import { migrate } from '../documents/migrate.ts';
import { startUpkeep, upkeepInterval } from '../documents/upkeep.ts';
import { unavailable } from '../documents/store-errors.ts';
import type { StoreLog } from '../documents/store-log.ts';
import type { Retention } from '../retention.ts';
import type { Store } from '../store.ts';
import { createArtifactFiles } from './artifact-files.ts';
import { openDataCollection, type DataCollection } from './data-collection.ts';
import { dataIndexes } from './data-indexes.ts';
import { lockFolder } from './folder-lock.ts';
import { createJobAnnouncements } from './job-announcements.ts';

/** Where an embedded store keeps its files, and where it reports what it had to repair. */
export interface EmbeddedStoreOptions {
  readonly folder: string;
  readonly log: StoreLog;
  readonly retention?: Retention | undefined;
  /** How often it is noted that somebody asked for an artifact. */
  readonly noteMilliseconds?: number | undefined;
}

/**
 * Opens the store in a folder, which is made when it is missing and is this process's until the store is closed.
 * Documents of older versions are renewed. STORE_IN_USE when another process has it,
 * STORE_UNAVAILABLE when a file is damaged, STORE_NEWER when a newer version wrote to it.
 */
export async function openEmbeddedStore(options: EmbeddedStoreOptions): Promise<Store> {
  const { folder, log } = options;
  const root = resolve(folder);
  await mkdir(root, { recursive: true });
  let collections: OpenCollections | undefined;
  const onLost = () => void closeAll(collections);
  const unlock = await lockFolder(root, { log, onLost });
  try {
    collections = await openCollections(root, log);
    const exclusion = createLocalExclusion();
    await migrate(collections, { exclusion, log });
    return createStore(root, collections, { ...options, exclusion, unlock });
  } catch (error) {
    await unlock();
    throw error;
  }
}

/** What is being written is the last; later calls are refused. */
async function closeAll(collections: OpenCollections | undefined): Promise<void> {
  await Promise.all(Object.values(collections ?? {}).map((collection) => collection.close()));
}

interface Surroundings extends EmbeddedStoreOptions {
  readonly exclusion: Exclusion;
  readonly unlock: () => Promise<void>;
}

type OpenCollections = Awaited<ReturnType<typeof openCollections>>;

async function openCollections(root: string, log: StoreLog) {
  const open = <Row extends { readonly _id: string }>(name: keyof typeof dataIndexes): Promise<DataCollection<Row>> =>
    openDataCollection<Row>({ file: join(root, `${name}.ndjson`), indexes: dataIndexes[name], log });
  return {
    reports: await open<ReportDocument>('reports'),
    publishedReports: await open<ReportDocument>('published-reports'),
    revisions: await open<RevisionDocument>('revisions'),
    organizations: await open<OrganizationDocument>('organizations'),
    renderJobs: await open<RenderJobDocument>('render-jobs'),
    artifacts: await open<ArtifactDocument>('artifacts'),
    organizationSettings: await open<OrganizationSettingsDocument>('organization-settings'),
    pluginRegistrations: await open<PluginRegistrationDocument>('plugin-registrations'),
    importedDocuments: await open<ImportedDocumentRow>('imported-documents'),
    importBatches: await open<ImportBatchDocument>('import-batches'),
    importItems: await open<ImportItemDocument>('import-items'),
    apiKeys: await open<ApiKeyDocument>('api-keys'),
    auditEntries: await open<AuditDocument>('audit-entries'),
  };
}

function createStore(root: string, collections: OpenCollections, surroundings: Surroundings): Store {
  const { log, unlock, exclusion, retention, noteMilliseconds } = surroundings;
  const closing = new AbortController();
  const { store, upkeep } = createDocumentStore({
    collections,
    bytes: createArtifactFiles(join(root, 'artifacts')),
    feed: createJobAnnouncements(closing.signal),
    exclusion,
    retention,
    noteMilliseconds,
  });
  const stopUpkeep = startUpkeep(upkeep, { every: upkeepInterval, log });
  let closed: Promise<void> | undefined;

  async function close(): Promise<void> {
    closing.abort();
    await Promise.all([stopUpkeep(), closeAll(collections)]);
    await unlock();
  }

  return {
    ...store,
    ping: async () => {
      if (closed) throw unavailable(new Error('the store was closed'));
      await access(root).catch((error: unknown) => {
        throw unavailable(error);
      });
      // A store whose lock was taken refuses this too.
      await collections.reports.find({ _id: '' });
    },
    close: () => (closed ??= close()),
  };
}
