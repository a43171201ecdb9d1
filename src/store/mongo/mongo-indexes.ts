import type { IndexDescription } from 'mongodb';
import { listIndex, sortKeys } from '../documents/report-query.ts';
import { childrenIndex } from '../documents/organization-document.ts';
import { importIndexes } from '../documents/import-batch-document.ts';
import { usesIndex } from '../documents/artifact-document.ts';
import { endingsIndex } from '../documents/render-job-document.ts';
import { releasingIndex } from '../documents/releases.ts';
import { schemaIndex } from '../documents/schema.ts';
import { fewIndexes, listScopes } from '../documents/report-scopes.ts';

/** The collections of the database by what they hold. */
export const collectionNames = {
  reports: 'reports',
  publishedReports: 'publishedReports',
  revisions: 'reportRevisions',
  organizations: 'organizations',
  renderJobs: 'renderJobs',
  artifacts: 'artifacts',
  organizationSettings: 'organizationSettings',
  pluginRegistrations: 'pluginRegistrations',
  importedDocuments: 'importedDocuments',
  importBatches: 'importBatches',
  importItems: 'importItems',
  apiKeys: 'apiKeys',
  auditEntries: 'auditEntries',
  leases: 'leases',
} as const;

/** GridFS keeps the bytes of artifacts in two collections of this name. */
export const bytesBucket = 'artifactBytes';

/** The index of a collection's search tokens. */
export const searchIndex = 'search';

/** An index and the query that it is there for. */
export interface DeclaredIndex {
  readonly collection: string;
  readonly reason: string;
  readonly index: IndexDescription & { readonly name: string };
}

const { reports, publishedReports, organizations, renderJobs, artifacts, importBatches, importItems, auditEntries } =
  collectionNames;

/** Every index of the database. They are made when a store is opened; revisions and leases are read by `_id` only. */
export const mongoIndexes: readonly DeclaredIndex[] = [
  ...[reports, publishedReports].flatMap(reportIndexes),
  {
    collection: reports,
    reason: 'releases that broke off',
    index: { name: releasingIndex, key: { releasing: 1 }, sparse: true },
  },
  ...[organizations, artifacts].map(schemaIndexOf),
  {
    collection: organizations,
    reason: 'findByName, and ensure() makes one organization of a name',
    index: { name: 'unique_name', key: { name: 1 }, unique: true },
  },
  {
    collection: organizations,
    reason: 'the list of organizations',
    index: { name: 'by_name', key: { 'keys.name': 1 } },
  },
  {
    collection: organizations,
    reason: 'searches for rare words',
    index: { name: searchIndex, key: { 'keys.tokens': 1 } },
  },
  {
    collection: organizations,
    reason: 'childrenOf, sorted by name',
    index: { name: childrenIndex, key: { parent: 1, 'keys.name': 1 } },
  },
  {
    collection: organizations,
    reason: 'everything below an organization',
    index: { name: 'branch', key: { lineage: 1 } },
  },
  {
    collection: organizations,
    reason: 'changes of the tree that broke off',
    index: { name: 'spreading', key: { spreading: 1 }, sparse: true },
  },
  {
    collection: renderJobs,
    reason: 'one job at a time for a key',
    index: { name: 'open_key', key: { openKey: 1 }, unique: true, sparse: true },
  },
  {
    collection: renderJobs,
    reason: 'an organization’s oldest job that may be taken',
    index: { name: 'claims', key: { organization: 1, status: 1, createdAt: 1, _id: 1 } },
  },
  {
    collection: renderJobs,
    reason: 'whose turn it is, from the index alone; how many jobs are queued',
    index: { name: 'turns', key: { status: 1, organization: 1, dueAt: 1, createdAt: 1 } },
  },
  {
    collection: renderJobs,
    reason: 'jobs that ended long ago',
    index: { name: endingsIndex, key: { finishedAt: 1 } },
  },
  ...(['operation', 'subject', 'target', 'outcome'] as const).map((field) => ({
    collection: auditEntries,
    reason: `the newest entries of one ${field}`,
    index: { name: `by_${field}`, key: { [field]: 1 as const, _id: -1 as const } },
  })),
  {
    collection: importItems,
    reason: 'the outcomes of one batch in their order',
    index: { name: importIndexes.items, key: { batch: 1, _id: 1 } },
  },
  {
    collection: importBatches,
    reason: 'batches that ended long ago',
    index: { name: importIndexes.endings, key: { aliveAt: 1 } },
  },
  {
    collection: artifacts,
    reason: 'artifacts that nobody asked for again',
    index: { name: usesIndex, key: { usedAt: 1 } },
  },
  {
    collection: artifacts,
    reason: 'the newest record of some bytes',
    index: { name: 'by_address', key: { 'record.sha256': 1, savedAt: -1, _id: 1 } },
  },
  {
    collection: `${bytesBucket}.files`,
    reason: 'bytes by their address, as GridFS makes it too',
    index: { name: 'filename_1_uploadDate_1', key: { filename: 1, uploadDate: 1 } },
  },
  {
    collection: `${bytesBucket}.files`,
    reason: 'bytes that nobody asked for again',
    index: { name: usesIndex, key: { uploadDate: 1 } },
  },
  {
    collection: `${bytesBucket}.chunks`,
    reason: 'the pieces of a document in their order, as GridFS makes it too',
    index: { name: 'files_id_1_n_1', key: { files_id: 1, n: 1 }, unique: true },
  },
];

/** The same for either edition. */
function reportIndexes(collection: string): DeclaredIndex[] {
  return [
    {
      collection,
      reason: 'REPORT_EXISTS, findByYear, and the reports of one organization',
      index: { name: fewIndexes.organization, key: { 'organization.id': 1, year: 1 }, unique: true },
    },
    {
      collection,
      reason: 'within an organization that lies deep, and how deep it lies',
      index: { name: fewIndexes.branch, key: { 'organization.lineage': 1 } },
    },
    ...reportListIndexes(collection),
    schemaIndexOf(collection),
    {
      collection,
      reason: 'searches for rare words',
      index: { name: searchIndex, key: { 'keys.tokens': 1 } },
    },
  ];
}

function schemaIndexOf(collection: string): DeclaredIndex {
  const reason = 'documents of an older version, when the database is opened';
  return { collection, reason, index: { name: schemaIndex, key: { schema: 1 } } };
}

/** By year all reports serve for those of a year too, which stand together there. */
function reportListIndexes(collection: string): DeclaredIndex[] {
  return Object.entries(sortKeys).flatMap(([order, key]) =>
    listScopes
      .filter(({ name }) => !(name === 'year' && order === 'YEAR'))
      .map(({ name, path }) => ({
        collection,
        reason: `lists by ${order} of ${path === null ? 'all reports' : `the reports of one ${path}`}`,
        index: {
          name: listIndex(name, key),
          key: { ...(path !== null && { [path]: 1 as const }), [`keys.${key}`]: 1 },
        },
      })),
  );
}
