// The gateway's own way: template, queue, browser host, post-pass, self-check, cache; on a store of its own.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { readConfig } from '#app/config.ts';
import { createLog } from '#app/create-log.ts';
import { openStore } from '#app/open-store.ts';
import { openRenderers } from '#app/renderers.ts';
import { NianbaoError } from '#errors/nianbao-error.ts';
import { keepInMemory } from '#rendering/keep-in-memory.ts';
import { ReportRenderer } from '#rendering/report-renderer.ts';
import type { RenderSubject } from '#rendering/renderer-catalogue.ts';
import { answerOrders, AT_ONCE } from './answer-orders.ts';
import { treeOf } from './processes.ts';
import { readSubject } from './subject.ts';

const folder = await mkdtemp(join(tmpdir(), 'nianbao-bench-pdf-'));
const { executablePath } = JSON.parse(process.argv[2]!) as { executablePath: string };
const config = readConfig({
  NIANBAO_DATA_DIR: folder,
  NIANBAO_LOG_LEVEL: 'silent',
  PUPPETEER_EXECUTABLE_PATH: executablePath,
});
const log = createLog(config.logLevel);
const store = await openStore(config, log);
const { plugins, browser, close } = await openRenderers(config, log, { only: ['html', 'pdf'] });
const subject = await readSubject();
const options = plugins.completeOptions('pdf', {});
const control = (signal = new AbortController().signal) => ({ signal, progress: () => undefined });
const print = (signal?: AbortSignal) => plugins.run('pdf', options, subject, control(signal));

const artifacts = keepInMemory(store.artifacts);
const renderer = new ReportRenderer(plugins, artifacts, browser.appearance);

/** Milliseconds until a document is there with its bytes; it must say whether it was kept. */
async function timeOf(own: RenderSubject, isKept: boolean): Promise<number> {
  const began = performance.now();
  const { sha256, fromCache } = await renderer.render(await renderer.prepare(() => own, 'pdf', {}), control());
  let size = 0;
  for await (const piece of artifacts.read(sha256)) size += piece.byteLength;
  if (size === 0 || fromCache !== isKept) throw new Error('It is empty, or says wrongly whether it was kept.');
  return performance.now() - began;
}

/** Documents that nobody had, each then asked for again. */
async function compareCached(): Promise<object> {
  const times = { fresh: [] as number[], cached: [] as number[] };
  for (let round = 0; round < 20; round += 1) {
    const title = `${subject.document.title}（${round}）`;
    const own = { ...subject, document: { ...subject.document, title } };
    times.fresh.push(await timeOf(own, false));
    for (let again = 0; again < 3; again += 1) times.cached.push(await timeOf(own, true));
  }
  return times;
}

async function printTimes(times: number): Promise<object> {
  let left = times;
  const lane = async () => {
    while (left-- > 0) await print();
  };
  await Promise.all(Array.from({ length: AT_ONCE }, lane));
  return {};
}

/** Renderings whose callers leave at any moment; then one whose caller stays. */
async function abortTimes(times: number): Promise<object> {
  let answered = 0;
  for (let turn = 0; turn < times; turn += 1) {
    const leaving = new AbortController();
    const printing = print(leaving.signal).then(
      () => (answered += 1),
      () => (answered += 1),
    );
    await pause((turn * 7) % 140);
    leaving.abort(new Error('The caller has gone.'));
    await printing;
  }
  const { byteLength } = await print();
  return { answered, byteLength };
}

function killBrowser(): void {
  for (const { pid, parent } of treeOf(process.pid)) if (parent === process.pid) process.kill(pid, 'SIGKILL');
}

/** Kills the browser again and again while PDFs are asked for; each is answered, with a document or with an error. */
async function killTimes(times: number): Promise<object> {
  const answers = { asked: 0, documents: 0, errors: 0, others: 0 };
  const over = new AbortController();
  const lane = async () => {
    while (!over.signal.aborted) {
      answers.asked += 1;
      await print().then(
        () => (answers.documents += 1),
        (error: unknown) => (error instanceof NianbaoError ? (answers.errors += 1) : (answers.others += 1)),
      );
    }
  };
  const lanes = Promise.all(Array.from({ length: 2 * AT_ONCE }, lane));
  for (let killed = 0; killed < times; killed += 1) {
    await pause(700);
    killBrowser();
  }
  over.abort();
  await lanes;
  const { byteLength } = await print();
  return { ...answers, byteLength };
}

/** The page that the others print. */
async function renderPage(): Promise<object> {
  const bytes = await plugins.run('html', plugins.completeOptions('html', { purpose: 'print' }), subject, control());
  return { page: Buffer.from(bytes).toString() };
}

await answerOrders(() => print(), {
  page: renderPage,
  cached: compareCached,
  grow: ({ times = 0 }) => printTimes(times),
  abort: ({ times = 0 }) => abortTimes(times),
  kill: ({ times = 0 }) => killTimes(times),
});
await close();
await store.close();
await rm(folder, { recursive: true });
