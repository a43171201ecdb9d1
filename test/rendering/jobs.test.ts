import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { NianbaoError } from '#errors/nianbao-error.ts';
import { importReport } from '#importers/import-report.ts';
import { readDocument } from '#importers/read-document.ts';
import { PluginHost } from '#plugin-host/plugin-host.ts';
import type { Print } from '#plugin-host/running/plugin-runner.ts';
import { RenderJobs } from '#rendering/render-jobs.ts';
import { RenderWorker } from '#rendering/render-worker.ts';
import { ReportRenderer } from '#rendering/report-renderer.ts';
import type { Report } from '#reports/report.ts';
import { openEmbeddedStore } from '#store/embedded/open-embedded-store.ts';
import { hasEnded, type RenderJob } from '#store/render-job-store.ts';
import type { Store } from '#store/store.ts';
import { readSample } from '../gateway/read-sample.ts';
import { golden } from '../plugin-host/hosts.ts';
import { writePlugin } from '../plugin-host/write-plugin.ts';

const builtIn = { path: fileURLToPath(new URL('../../plugins', import.meta.url)), builtIn: true };

/** Prints without a thought of what the printer answers. */
const printing = `export default { renderers: { printed: { render: (document, options, { print }) => print(document) } } };`;

const quiet = () => undefined;

async function statesOf(jobs: RenderJobs, { id }: RenderJob): Promise<RenderJob[]> {
  const states: RenderJob[] = [];
  for await (const job of jobs.watch(id, AbortSignal.timeout(20_000))) states.push(job);
  expect(hasEnded(states.at(-1)?.status ?? 'QUEUED')).toBe(true);
  return states;
}

describe('jobs of a worker', () => {
  let folder: string;
  let store: Store;
  let report: Report;
  let worker: RenderWorker;

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'nianbao-jobs-'));
    store = await openEmbeddedStore({ folder, log: quiet });
    const { id } = await importReport(store, await readDocument(await readSample()));
    report = (await store.reports.seenBy('everything').find(id, 'all')) as Report;
  });

  afterEach(async () => {
    await worker.stop();
    await store.close();
    await rm(folder, { recursive: true });
  });

  async function startJobs(print: Print): Promise<{ jobs: RenderJobs; renderer: ReportRenderer }> {
    const own = { path: join(folder, 'plugins'), builtIn: true };
    await writePlugin(own.path, { name: 'printed', code: printing, manifest: { needs: ['print'] } });
    const plugins = new PluginHost({ folders: [builtIn, own], print, golden, log: quiet });
    await plugins.registerAll();
    const renderer = new ReportRenderer(plugins, store.artifacts);
    worker = new RenderWorker({
      store,
      renderer,
      concurrency: 2,
      leaseMilliseconds: 300,
      idleMilliseconds: 20,
      log: quiet,
    });
    worker.start();
    return { jobs: new RenderJobs(renderer, store.renderJobs, worker.wake), renderer };
  }

  it('fail at once, with a sentence, where there is no browser; everything else is rendered', async () => {
    const { jobs } = await startJobs(() => Promise.reject(new NianbaoError('BROWSER_UNAVAILABLE')));
    const [pdf, text] = await Promise.all([jobs.start(report, 'pdf', {}), jobs.start(report, 'text', {})]);
    expect((await statesOf(jobs, pdf)).at(-1)).toMatchObject({
      status: 'FAILED',
      attempts: 1,
      error: { code: 'BROWSER_UNAVAILABLE' },
    });
    expect((await statesOf(jobs, text)).at(-1)).toMatchObject({
      status: 'SUCCEEDED',
      rendering: { mediaType: 'text/plain; charset=utf-8' },
    });
  });

  it('are tried again when an attempt fails by chance', async () => {
    let calls = 0;
    const { jobs } = await startJobs(() =>
      ++calls < 2 ? Promise.reject(new Error('crash')) : Promise.resolve(new Uint8Array([1])),
    );
    const states = await statesOf(jobs, await jobs.start(report, 'printed', {}));
    expect(states.at(-1)).toMatchObject({ status: 'SUCCEEDED', attempts: 2 });
  });

  it('are given up when worker after worker died of them', async () => {
    let calls = 0;
    const print = () => {
      calls++;
      return Promise.resolve(new Uint8Array([1]));
    };
    const { jobs, renderer } = await startJobs(print);
    await worker.stop();
    const job = await jobs.start(report, 'printed', {});
    for (let death = 1; death <= 3; death++) {
      expect(await store.renderJobs.claim(`worker ${death}`, 1)).toMatchObject({ id: job.id, attempts: death });
      await pause(20);
    }
    worker = new RenderWorker({ store, renderer, idleMilliseconds: 20, log: quiet });
    worker.start();
    const last = (await statesOf(jobs, job)).at(-1);
    expect(last).toMatchObject({ status: 'FAILED', attempts: 4, error: { code: 'RENDERING_FAILED' } });
    expect(calls).toBe(0);
  });

  it('share one rendering when they ask for the same document', async () => {
    let calls = 0;
    const { jobs } = await startJobs(async () => {
      calls++;
      return new Uint8Array([1]);
    });
    const [a, b] = await Promise.all([jobs.start(report, 'printed', {}), jobs.start(report, 'printed', {})]);
    expect(b.id).toBe(a.id);
    await statesOf(jobs, a);
    expect(await jobs.start(report, 'printed', {})).toMatchObject({ status: 'SUCCEEDED', attempts: 0 });
    expect(calls).toBe(1);
  });

  it('stop working when they are cancelled', async () => {
    let aborted = false;
    const { jobs } = await startJobs(
      (_request, { signal }) =>
        new Promise((_, reject) => {
          signal.addEventListener('abort', () => {
            aborted = true;
            reject(signal.reason as Error);
          });
        }),
    );
    const job = await jobs.start(report, 'printed', {});
    for await (const state of jobs.watch(job.id, AbortSignal.timeout(20_000)))
      if (state.status === 'RUNNING') await jobs.cancel(job.id);
    expect(await jobs.find(job.id)).toMatchObject({ status: 'CANCELLED', rendering: null });
    await expect.poll(() => aborted).toBe(true);
  });
});
