import { spawn, type ChildProcess } from 'node:child_process';
import { createHash, randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { createInterface } from 'node:readline';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { MongoClient } from 'mongodb';
import { importReport } from '#importers/import-report.ts';
import { readDocument } from '#importers/read-document.ts';
import { openMongoStore } from '#store/mongo/open-mongo-store.ts';

// Two gateways and two workers on one database; clients ask for PDFs while one of each is killed.

const CLIENTS = 20;
const REQUESTS = 200;
const KILL_AFTER = 60;
const DEADLINE = 300_000;

const server = process.env['MONGODB_URI'];
if (server === undefined) throw new Error('This bench needs MONGODB_URI.');

const database = `nianbao-bench-${randomUUID().slice(0, 8)}`;
const address = new URL(server);
address.pathname = `/${database}`;

/** The reports are drafts, which the development administrator sees. */
const token = randomUUID();

const program = fileURLToPath(new URL('../../src/cli/nianbao.mjs', import.meta.url));
const sample = await readFile(new URL('../../src/app/sample/beiguan-gongxinju-2024.txt', import.meta.url), 'utf8');

interface Process {
  readonly name: string;
  readonly child: ChildProcess;
  readonly url: string;
  alive: boolean;
}

async function start(name: string, ...args: readonly string[]): Promise<Process> {
  const env = {
    ...process.env,
    MONGODB_URI: address.href,
    PORT: '0',
    NIANBAO_LOG_LEVEL: 'error',
    NIANBAO_DEV_TOKEN: token,
  };
  const child = spawn(process.execPath, [program, ...args], { env, stdio: ['ignore', 'pipe', 'inherit'] });
  for await (const line of createInterface({ input: child.stdout })) {
    const url = /http:\/\/[\d.:]+/u.exec(line)?.[0];
    if (url !== undefined) return { name, child, url, alive: true };
  }
  throw new Error(`${name} ended before it served.`);
}

/** Kills the first of each. */
function killFirst(...groups: readonly (readonly Process[])[]): void {
  for (const victim of groups.flatMap((group) => group.slice(0, 1))) {
    victim.alive = false;
    victim.child.kill('SIGKILL');
  }
}

async function seed(): Promise<string[]> {
  const store = await openMongoStore({ uri: address.href, log: () => undefined });
  const ids: string[] = [];
  for (let index = 0; index < REQUESTS; index++) {
    const { id } = await importReport(store, await readDocument(sample, { organization: `第${index}局` }));
    ids.push(Buffer.from(`Report:${id}`).toString('base64'));
  }
  await store.close();
  return ids;
}

const gateways: Process[] = [];

/** Asks any gateway that lives, another one when it dies meanwhile. */
async function ask<Data>(query: string, variables: object): Promise<Data> {
  for (let attempt = 0; ; attempt++) {
    const living = gateways.filter(({ alive }) => alive);
    const gateway = living[(attempt + Math.floor(Math.random() * 2)) % living.length];
    try {
      const answer = await fetch(`${gateway?.url}/graphql`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
        body: JSON.stringify({ query, variables }),
        signal: AbortSignal.timeout(20_000),
      });
      const { data, errors } = (await answer.json()) as { data?: Data; errors?: unknown };
      if (data && !errors) return data;
      throw new Error(JSON.stringify(errors));
    } catch (error) {
      if (attempt > 20) throw error;
      await pause(200);
    }
  }
}

interface Job {
  readonly id: string;
  readonly status: string;
  readonly attempts: number;
  readonly rendering: { readonly url: string; readonly sha256: string } | null;
}

const jobFields = 'id status attempts rendering { url sha256 }';

async function render(report: string): Promise<Job> {
  const started = await ask<{ renderReport: { job: Job } }>(
    `mutation ($report: ID!) { renderReport(input: { report: $report, renderer: "pdf" }) { ... on RenderReportSuccess { job { ${jobFields} } } } }`,
    { report },
  );
  let { job } = started.renderReport;
  while (job.status === 'QUEUED' || job.status === 'RUNNING') {
    await pause(250);
    job = (await ask<{ renderJob: Job }>(`query ($id: ID!) { renderJob(id: $id) { ${jobFields} } }`, { id: job.id }))
      .renderJob;
  }
  return job;
}

async function fetchArtifact({ rendering }: Job): Promise<boolean> {
  const gateway = gateways.find(({ alive }) => alive);
  const bytes = await (await fetch(new URL(rendering?.url ?? '', gateway?.url))).arrayBuffer();
  return createHash('sha256').update(new Uint8Array(bytes)).digest('hex') === rendering?.sha256;
}

function quantile(times: readonly number[], part: number): string {
  const sorted = [...times].sort((a, b) => a - b);
  return ((sorted[Math.floor(part * (sorted.length - 1))] ?? 0) / 1000).toFixed(1);
}

async function run(): Promise<void> {
  const waiting = await seed();
  const workers: Process[] = [];
  gateways.push(await start('gateway 1', 'serve', '--no-worker'), await start('gateway 2', 'serve', '--no-worker'));
  workers.push(await start('worker 1', 'worker'), await start('worker 2', 'worker'));
  try {
    const began = performance.now();
    const done: { job: Job; time: number }[] = [];
    const client = async () => {
      for (let report = waiting.pop(); report !== undefined; report = waiting.pop()) {
        const from = performance.now();
        const job = await render(report);
        done.push({ job, time: performance.now() - from });
        if (done.length === KILL_AFTER) killFirst(gateways, workers);
      }
    };
    await Promise.all(Array.from({ length: CLIENTS }, client));
    await summarize(done, performance.now() - began);
  } finally {
    for (const process of [...gateways, ...workers].filter(({ alive }) => alive)) {
      process.child.kill('SIGTERM');
      await once(process.child, 'exit');
    }
  }
}

async function summarize(done: readonly { job: Job; time: number }[], total: number): Promise<void> {
  const jobs = done.map(({ job }) => job);
  const succeeded = jobs.filter(({ status }) => status === 'SUCCEEDED');
  const artifacts = await Promise.all(succeeded.map(fetchArtifact));
  const again = jobs.filter(({ attempts }) => attempts > 1).length;
  const times = done.map(({ time }) => time);
  const figures = {
    requests: REQUESTS,
    'ended once, with success': new Set(succeeded.map(({ id }) => id)).size,
    'artifacts that match their digest': artifacts.filter(Boolean).length,
    'attempts in all': jobs.reduce((sum, { attempts }) => sum + attempts, 0),
    'taken over from the killed worker': again,
    'seconds in all': (total / 1000).toFixed(1),
    'seconds a request, median': quantile(times, 0.5),
    'seconds a request, p95': quantile(times, 0.95),
    'seconds a request, longest': quantile(times, 1),
  };
  for (const [what, figure] of Object.entries(figures)) process.stdout.write(`${what}: ${figure}\n`);
  const whole =
    succeeded.length === REQUESTS && artifacts.every(Boolean) && figures['ended once, with success'] === REQUESTS;
  process.stdout.write(whole ? 'nothing was lost\n' : 'SOMETHING WAS LOST\n');
  if (!whole) process.exitCode = 1;
}

const watchdog = setTimeout(() => {
  for (const { child } of gateways) child.kill('SIGKILL');
  process.stderr.write('The bench did not end in time.\n');
  process.exit(1);
}, DEADLINE);

try {
  await run();
} finally {
  clearTimeout(watchdog);
  const client = new MongoClient(address.href);
  await client.db().dropDatabase();
  await client.close();
}
