import type { ApiKeyStore } from './api-key-store.ts';
import type { ArtifactStore } from './artifact-store.ts';
import type { AuditLog } from './audit-log.ts';
import type { DumpOptions, Entry, Restored } from './dump.ts';
import type { ImportBatchStore } from './import-batch-store.ts';
import type { ImportedDocumentStore } from './imported-document-store.ts';
import type { OrganizationSettingsStore } from './organization-settings-store.ts';
import type { OrganizationStore } from './organization-store.ts';
import type { PluginRegistrationStore } from './plugin-registration-store.ts';
import type { RenderJobStore } from './render-job-store.ts';
import type { ReportStore } from './report-store.ts';

/**
 * Where everything is kept. An adapter is a function that opens one. Values handed in and out are copies: changing
 * them changes nothing stored. Every method may reject with STORE_UNAVAILABLE.
 */
export interface Store {
  readonly reports: ReportStore;
  readonly organizations: OrganizationStore;
  readonly renderJobs: RenderJobStore;
  readonly artifacts: ArtifactStore;
  readonly organizationSettings: OrganizationSettingsStore;
  readonly pluginRegistrations: PluginRegistrationStore;
  readonly importedDocuments: ImportedDocumentStore;
  readonly importBatches: ImportBatchStore;
  readonly apiKeys: ApiKeyStore;
  readonly auditLog: AuditLog;
  /**
   * Everything, with what was decided of plugins, organizations first, in bounded memory. Each state of a report is whole; of changes made meanwhile some
   * may be in it. Render jobs and batches of imports are not, nor API keys and the audit log, which belong to this store.
   */
  dump(options?: DumpOptions): AsyncIterable<Entry>;
  /**
   * Puts a dump's entries into this store, in bounded memory, and tells of each in turn. Entries that are there already
   * stay, so that a restore that broke off is simply done again; nothing stored is ever overwritten by something else.
   */
  restore(entries: AsyncIterable<Entry> | Iterable<Entry>): AsyncIterable<Restored>;
  /** Resolves when the store answers, within a bounded time. */
  ping(): Promise<void>;
  /** Gives back files and connections; a second call is harmless. */
  close(): Promise<void>;
}
