import type { IndexDescription } from 'mongodb';

/** The collections of the database by what they hold. */
export const collectionNames = {
  reports: 'reports',
  revisions: 'reportRevisions',
  organizations: 'organizations',
  renderJobs: 'renderJobs',
  artifacts: 'artifacts',
  pluginRegistrations: 'pluginRegistrations',
  leases: 'leases',
} as const;

/** GridFS keeps the bytes of artifacts in two collections of this name. */
export const bytesBucket = 'artifactBytes';

/** An index and the query that it is there for. */
export interface DeclaredIndex {
  readonly collection: string;
  readonly reason: string;
  readonly index: IndexDescription & { readonly name: string };
}

const { reports, organizations, renderJobs, artifacts } = collectionNames;

/** Every index of the database. They are made when a store is opened; revisions and leases are read by `_id` only. */
export const mongoIndexes: readonly DeclaredIndex[] = [
  {
    collection: reports,
    reason: 'REPORT_EXISTS, findByYear, and the reports of one organization by year',
    index: { name: 'one_report_a_year', key: { 'organization.id': 1, year: 1 }, unique: true },
  },
  {
    collection: reports,
    reason: 'reports within a branch of the tree, by year',
    index: { name: 'branch_by_year', key: { 'organization.lineage': 1, 'keys.year': 1 } },
  },
  {
    collection: reports,
    reason: 'lists of all reports by YEAR',
    index: { name: 'by_year', key: { 'keys.year': 1 } },
  },
  {
    collection: reports,
    reason: 'lists of all reports by ORGANIZATION',
    index: { name: 'by_organization', key: { 'keys.organization': 1 } },
  },
  {
    collection: reports,
    reason: 'lists of all reports by UPDATED_AT',
    index: { name: 'by_change', key: { 'keys.updatedAt': 1 } },
  },
  {
    collection: reports,
    reason: 'lists of all reports by RECEIVED_TOTAL',
    index: { name: 'by_received_total', key: { 'keys.received': 1 } },
  },
  {
    collection: reports,
    reason: 'what readers see most: published reports by year',
    index: { name: 'status_by_year', key: { status: 1, 'keys.year': 1 } },
  },
  {
    collection: reports,
    reason: 'the reports of one year, and years from and to',
    index: { name: 'year', key: { year: 1, 'keys.year': 1 } },
  },
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
    reason: 'childrenOf, sorted by name',
    index: { name: 'children', key: { parent: 1, 'keys.name': 1 } },
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
    collection: `${bytesBucket}.chunks`,
    reason: 'the pieces of a document in their order, as GridFS makes it too',
    index: { name: 'files_id_1_n_1', key: { files_id: 1, n: 1 }, unique: true },
  },
];
