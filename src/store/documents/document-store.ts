import type { Retention } from '../retention.ts';
import type { Store } from '../store.ts';
import { createApiKeys } from './api-keys.ts';
import { createArtifacts, type ArtifactBytes } from './artifacts.ts';
import { createAuditLog } from './audit-entries.ts';
import type { Clock } from './clock.ts';
import type { Collections } from './collections.ts';
import { dump } from './dump.ts';
import type { Exclusion } from './exclusion.ts';
import { createImportBatches } from './import-batches.ts';
import { createImportedDocuments } from './imported-documents.ts';
import type { JobFeed } from './job-feed.ts';
import { createOrganizationTree } from './organization-tree.ts';
import { createOrganizationSettings } from './organization-settings.ts';
import { createOrganizations } from './organizations.ts';
import { createPluginRegistrations } from './plugin-registrations.ts';
import { createRenderJobs } from './render-jobs.ts';
import { createReportOrganizations, type ReportOrganizations } from './report-organizations.ts';
import { createReleases } from './releases.ts';
import { createReports } from './reports.ts';
import { restore } from './restore.ts';
import { createOrganizationRestorer } from './restore-organizations.ts';
import { createReportRestorer } from './restore-reports.ts';
import type { UpkeepTask } from './upkeep.ts';

/** What an adapter brings. */
export interface DocumentStoreParts {
  readonly collections: Collections;
  readonly bytes: ArtifactBytes;
  readonly feed: JobFeed;
  readonly exclusion: Exclusion;
  readonly clock?: Clock;
  /** Without it nothing is ever removed. */
  readonly retention?: Retention | undefined;
  /** How often it is noted that somebody asked for an artifact. */
  readonly noteMilliseconds?: number | undefined;
}

const day = 86_400_000;

/** All of the port but opening and closing, and what the store has to do by itself. */
export interface DocumentStore {
  readonly store: Omit<Store, 'ping' | 'close'>;
  readonly upkeep: readonly UpkeepTask[];
}

/** Makes a store of an adapter's collections. */
export function createDocumentStore(parts: DocumentStoreParts): DocumentStore {
  const { collections, bytes, feed, exclusion } = parts;
  const { reports, publishedReports: published, revisions, organizations } = collections;
  const named = createReportOrganizations(reports, organizations);
  const namedForReaders = createReportOrganizations(published, organizations);
  const releases = createReleases({ reports, published, revisions, organizations: namedForReaders });
  const reportParts = { reports, published, revisions, named, releases };
  const retell: ReportOrganizations['retell'] = async (organization) => {
    await named.retell(organization);
    await namedForReaders.retell(organization);
  };
  const tree = createOrganizationTree({ organizations, reports: { retell }, exclusion });
  const artifacts = createArtifacts(collections.artifacts, bytes, parts.noteMilliseconds);
  const store: DocumentStore['store'] = {
    reports: createReports(reportParts),
    organizations: createOrganizations(organizations, tree),
    renderJobs: createRenderJobs(collections.renderJobs, feed, parts.clock),
    artifacts,
    organizationSettings: createOrganizationSettings(collections.organizationSettings),
    pluginRegistrations: createPluginRegistrations(collections.pluginRegistrations),
    importedDocuments: createImportedDocuments(collections.importedDocuments),
    importBatches: createImportBatches(collections, parts.clock),
    apiKeys: createApiKeys(collections.apiKeys),
    auditLog: createAuditLog(collections.auditEntries),
    dump: (options = {}) => dump(collections, bytes, options),
    restore: (entries) => {
      const bodies = createOrganizationRestorer(organizations);
      const papers = createReportRestorer({ ...reportParts, namedForReaders, organizations: bodies });
      const { pluginRegistrations: plugins, organizationSettings: settings } = collections;
      return restore({ organizations: bodies, reports: papers, settings, plugins, artifacts, tree }, entries);
    },
  };
  const finishing = { doing: 'ending changes of the tree of organizations', run: () => tree.finish() };
  const releasing = { doing: 'showing readers what was published', run: () => releases.finish() };
  return { store, upkeep: [finishing, releasing, ...expiryOf(store, parts.retention)] };
}

function expiryOf(
  { renderJobs, artifacts, importBatches }: DocumentStore['store'],
  retention: Retention | undefined,
): UpkeepTask[] {
  if (!retention) return [];
  const { artifactDays, jobDays } = retention;
  return [
    { doing: 'removing old render jobs', run: () => renderJobs.expire(daysAgo(jobDays)) },
    { doing: 'removing old batches of imports', run: () => importBatches.expire(daysAgo(jobDays)) },
    { doing: 'removing documents that nobody asked for', run: () => artifacts.expire(daysAgo(artifactDays)) },
  ];
}

function daysAgo(days: number): Date {
  return new Date(Math.max(0, Date.now() - days * day));
}
