import type DataLoader from 'dataloader';
import type { ApiKeys } from '#auth/api-keys.ts';
import type { AuditTrail, Caller } from '#auth/audit-trail.ts';
import type { Locale } from '#errors/locale.ts';
import type { Compared } from '#findings/load-others.ts';
import type { ImportBatches } from '#importers/batch/import-batches.ts';
import type { DocumentReader } from '#importers/reader/document-reader.ts';
import type { PluginRegistry } from '#rendering/plugin-registry.ts';
import type { RenderJobs } from '#rendering/render-jobs.ts';
import type { ReportRenderer } from '#rendering/report-renderer.ts';
import type { DueDates, Others } from '#reports/checks/subject.ts';
import type { ReviewDesk } from '#review/review-desk.ts';
import type { Organization } from '#store/organization-store.ts';
import type { ReportReader } from '#store/report-store.ts';
import type { Store } from '#store/store.ts';

/** What the gateway as a whole gives to every query. */
export interface Services {
  readonly store: Store;
  /** The steps of reports on their way to readers. */
  readonly reviewDesk: ReviewDesk;
  /** Reads documents, whatever they are made of. */
  readonly reader: DocumentReader;
  readonly importBatches: ImportBatches;
  readonly renderer: ReportRenderer;
  readonly renderJobs: RenderJobs;
  readonly plugins: PluginRegistry;
  readonly apiKeys: ApiKeys;
  readonly auditTrail: AuditTrail;
  /** Path under which the bytes of finished documents are served, without a slash at its end. */
  readonly artifactsPath: string;
  /** The dates by which reports are published. */
  readonly dueDates: DueDates;
}

/** Batches look-ups of one request. */
export interface Loaders {
  readonly organizations: DataLoader<string, Organization | null>;
  readonly children: DataLoader<string, readonly Organization[]>;
  /** The dates that hold for the lineage of an organization. */
  readonly dueDates: DataLoader<readonly string[], DueDates, string>;
  /** What a report is compared with. */
  readonly others: DataLoader<Compared, Others, string>;
}

/** What resolvers are given for one request. */
export interface Context extends Services, Caller {
  /** The reports as whoever asks may see them. Nothing else reads reports for an answer. */
  readonly reports: ReportReader;
  /** Language of sentences for people, from Accept-Language. */
  readonly locale: Locale;
  /** Aborts when the caller has gone. */
  readonly signal: AbortSignal;
  readonly loaders: Loaders;
}
