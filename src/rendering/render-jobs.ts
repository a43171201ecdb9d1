import { randomUUID } from 'node:crypto';
import type { Report } from '#reports/report.ts';
import type { RenderJob, RenderJobStore, RenderOrder } from '#store/render-job-store.ts';
import { shownBy, subjectOfReport } from './subject-of-report.ts';
import type { ReportRenderer } from './report-renderer.ts';
import type { RendererOptions } from './renderer-catalogue.ts';

/** More waiting jobs than this are refused with QUEUE_FULL. */
const QUEUE_LIMIT = 1000;

/** Accepts renderings to be done by a worker. */
export class RenderJobs {
  readonly #renderer: ReportRenderer;
  readonly #jobs: RenderJobStore;
  readonly #wake: () => void;

  /** `wake` tells a worker of this process that there may be work. */
  constructor(renderer: ReportRenderer, jobs: RenderJobStore, wake: () => void) {
    this.#renderer = renderer;
    this.#jobs = jobs;
    this.#wake = wake;
  }

  /** A new job, the one under way for the same document, or an ended one when the document is there already. */
  async start(
    report: Report,
    renderer: string,
    options: RendererOptions,
    edition: RenderOrder['edition'] = 'working',
  ): Promise<RenderJob> {
    const prepared = await this.#renderer.prepare(subjectOfReport(report), renderer, options, shownBy(report));
    const order = {
      id: randomUUID(),
      // Readers share no job with those who work on the report, whose edition may change before a worker reads it.
      key: `${edition}:${prepared.key}`,
      report: report.id,
      edition,
      organization: report.organization.id,
      renderer,
      options: prepared.options,
    };
    const kept = await this.#renderer.find(prepared);
    if (kept) return this.#jobs.record(order, kept);
    const job = await this.#jobs.enqueue(order, QUEUE_LIMIT);
    this.#wake();
    return job;
  }

  /** The job as it is after it was cancelled; null when there is none. */
  cancel(id: string): Promise<RenderJob | null> {
    return this.#jobs.cancel(id);
  }

  find(id: string): Promise<RenderJob | null> {
    return this.#jobs.find(id);
  }

  /** The job now, then each change until it ends or `signal` aborts. */
  watch(id: string, signal: AbortSignal): AsyncIterable<RenderJob> {
    return this.#jobs.watch(id, signal);
  }
}
