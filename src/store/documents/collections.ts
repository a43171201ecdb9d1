import type { ApiKeyDocument } from './api-keys.ts';
import type { ArtifactDocument } from './artifact-document.ts';
import type { AuditDocument } from './audit-entries.ts';
import type { Collection } from './collection.ts';
import type { ImportBatchCollections } from './import-batches.ts';
import type { ImportedDocumentRow } from './imported-documents.ts';
import type { OrganizationDocument } from './organization-document.ts';
import type { OrganizationSettingsDocument } from './organization-settings.ts';
import type { PluginRegistrationDocument } from './plugin-registrations.ts';
import type { RenderJobDocument } from './render-job-document.ts';
import type { ReportDocument, RevisionDocument } from './report-document.ts';

/** The collections of a database. */
export interface Collections extends ImportBatchCollections {
  /** The working edition of every report. */
  readonly reports: Collection<ReportDocument>;
  /** What readers see. */
  readonly publishedReports: Collection<ReportDocument>;
  readonly revisions: Collection<RevisionDocument>;
  readonly organizations: Collection<OrganizationDocument>;
  readonly renderJobs: Collection<RenderJobDocument>;
  readonly artifacts: Collection<ArtifactDocument>;
  readonly organizationSettings: Collection<OrganizationSettingsDocument>;
  readonly pluginRegistrations: Collection<PluginRegistrationDocument>;
  readonly importedDocuments: Collection<ImportedDocumentRow>;
  readonly apiKeys: Collection<ApiKeyDocument>;
  readonly auditEntries: Collection<AuditDocument>;
}
