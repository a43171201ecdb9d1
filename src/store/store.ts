import type { ArtifactStore } from './artifact-store.ts';
import type { OrganizationStore } from './organization-store.ts';
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
  /** Resolves when the store answers, within a bounded time. */
  ping(): Promise<void>;
  /** Gives back files and connections; a second call is harmless. */
  close(): Promise<void>;
}
