import { access, mkdir } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import type { ArtifactDocument } from '../documents/artifact-document.ts';
import type { OrganizationDocument } from '../documents/organization-document.ts';
import type { RenderJobDocument } from '../documents/render-job-document.ts';
import type { ReportDocument, RevisionDocument } from '../documents/report-document.ts';
import { unavailable } from '../documents/store-errors.ts';
import type { StoreLog } from '../documents/store-log.ts';
import type { Store } from '../store.ts';
import { artifactIndexes, createArtifacts } from './artifacts.ts';
import { openCollection, type Collection } from './collection.ts';
import type { IndexDefinition } from './data-file.ts';
import { lockFolder } from './folder-lock.ts';
import { createOrganizations, organizationIndexes } from './organizations.ts';
import { createRenderJobs, renderJobIndexes } from './render-jobs.ts';
import { createReports, reportIndexes } from './reports.ts';

/** Where an embedded store keeps its files, and where it reports what it had to repair. */
export interface EmbeddedStoreOptions {
  readonly folder: string;
  readonly log: StoreLog;
}

/**
 * Opens the store in a folder, which is made when it is missing and is this process's until the store is closed.
 * STORE_IN_USE when another process has it, STORE_UNAVAILABLE when a file is damaged.
 */
export async function openEmbeddedStore({ folder, log }: EmbeddedStoreOptions): Promise<Store> {
  const root = resolve(folder);
  await mkdir(root, { recursive: true });
  const unlock = await lockFolder(root, log);
  try {
    const collections = await openCollections(root, log);
    return createStore(root, collections, unlock);
  } catch (error) {
    await unlock();
    throw error;
  }
}

type Collections = Awaited<ReturnType<typeof openCollections>>;

async function openCollections(root: string, log: StoreLog) {
  const open = <Row extends object>(name: string, indexes: readonly IndexDefinition[]): Promise<Collection<Row>> =>
    openCollection<Row>({ file: join(root, `${name}.ndjson`), indexes, log });
  return {
    reports: await open<ReportDocument>('reports', reportIndexes),
    revisions: await open<RevisionDocument>('revisions', []),
    organizations: await open<OrganizationDocument>('organizations', organizationIndexes),
    renderJobs: await open<RenderJobDocument>('render-jobs', renderJobIndexes),
    artifacts: await open<ArtifactDocument>('artifacts', artifactIndexes),
  };
}

function createStore(root: string, collections: Collections, unlock: () => Promise<void>): Store {
  const closing = new AbortController();
  let closed: Promise<void> | undefined;

  async function close(): Promise<void> {
    closing.abort();
    await Promise.all(Object.values(collections).map((collection) => collection.close()));
    await unlock();
  }

  return {
    reports: createReports(collections.reports, collections.revisions),
    organizations: createOrganizations(collections.organizations),
    renderJobs: createRenderJobs(collections.renderJobs, closing.signal),
    artifacts: createArtifacts(join(root, 'artifacts'), collections.artifacts),
    ping: async () => {
      if (closed) throw unavailable(new Error('the store was closed'));
      await access(root).catch((error: unknown) => {
        throw unavailable(error);
      });
    },
    close: () => (closed ??= close()),
  };
}
