import { hasCode, NianbaoError, toNianbaoError } from '#errors/nianbao-error.ts';
import type { Report } from '#reports/report.ts';
import type { JobOutcome, RenderJob } from '#store/render-job-store.ts';
import type { Store } from '#store/store.ts';
import { shownBy, subjectOfReport } from './subject-of-report.ts';
import type { RenderControl } from './renderer-catalogue.ts';
import type { ReportRenderer } from './report-renderer.ts';

/** An attempt that failed for one of these reasons may succeed another time. */
const passing = [
  'RENDERING_TIMEOUT',
  'RENDERING_FAILED',
  'RENDERER_SUSPENDED',
  'STORE_UNAVAILABLE',
  'QUERY_TOO_EXPENSIVE',
  'INTERNAL',
] as const;

const MOST_ATTEMPTS = 3;

function outcomeOf(job: RenderJob, cause: unknown): JobOutcome {
  const known = toNianbaoError(cause);
  const error = { code: known.code, parameters: known.parameters };
  if (job.attempts < MOST_ATTEMPTS && hasCode(known, 'RENDERER_SUSPENDED')) {
    // It waits for the end of the rest; what it failed of before says more than that there is one.
    return { status: 'QUEUED', error: job.error ?? error, retryAfter: restOf(known) };
  }
  if (job.attempts >= MOST_ATTEMPTS || !hasCode(known, ...passing)) return { status: 'FAILED', error };
  return { status: 'QUEUED', error, retryAfter: 1000 * 2 ** (job.attempts - 1) };
}

function restOf({ parameters }: NianbaoError): number {
  return 1000 * (Number(parameters['retryAfterSeconds']) || 5);
}

function workerDied({ renderer }: RenderJob): NianbaoError {
  return new NianbaoError('RENDERING_FAILED', { renderer, version: '', phase: 'render', fault: 'WORKER_DIED' });
}

async function readReport(store: Store, { report: id, edition }: RenderJob): Promise<Report> {
  const audience = edition === 'published' ? 'published' : 'everything';
  const report = await store.reports.seenBy(audience).find(id, 'all');
  if (!report) throw new NianbaoError('NOT_FOUND', { id });
  return report as Report;
}

/** Does a job's work. Never rejects: an attempt that failed is an outcome. `onError` gets the cause, for the log. */
export async function runJob(
  job: RenderJob,
  {
    store,
    renderer,
    control,
    onError,
  }: { store: Store; renderer: ReportRenderer; control: RenderControl; onError: (cause: unknown) => void },
): Promise<JobOutcome> {
  // Those before died without a word: the job may be what they died of.
  if (job.attempts > MOST_ATTEMPTS) return outcomeOf(job, workerDied(job));
  try {
    const report = await readReport(store, job);
    const { fromCache: _, ...rendering } = await renderer.render(
      await renderer.prepare(subjectOfReport(report), job.renderer, job.options, shownBy(report)),
      control,
    );
    return { status: 'SUCCEEDED', rendering };
  } catch (cause) {
    onError(cause);
    return outcomeOf(job, cause);
  }
}
