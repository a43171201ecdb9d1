import { spawn, type ChildProcess } from 'node:child_process';
import { cp, mkdtemp, rm } from 'node:fs/promises';
import { availableParallelism, loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';

// How much slower a light query is while plugins throw, loop, exit, eat memory and flood, in windows that take turns.

/** Fewer are enough to try something: npm run bench -- plugins 2 */
const ROUNDS = Number(process.argv[3] ?? 8);
const WINDOW = 5000;
const PAUSE_BETWEEN = 8;
/** Who is told to come back later comes back later; hammering would measure GraphQL, not the plugins. */
const RETRY = 1000;
const TARGET = 1.5;

const misbehaviours = [
  ['throws', 'yes'],
  ['never-returns', 'waits'],
  ['never-returns', 'loops'],
  ['exits-early', 'yes'],
  ['eats-memory', 'heap'],
  ['eats-memory', 'buffers'],
  ['kills-itself', 'yes'],
  ['writes-to-stdout', 'forges'],
  ['writes-to-stdout', 'floods'],
  ['huge-output', 'returns'],
  ['huge-output', 'sends'],
  ['returns-wrong-type', 'yes'],
] as const;

const unfit = ['wrong-contract-version', 'bad-manifest', 'bad-schema', 'slow-start', 'reads-environment'];

const program = fileURLToPath(new URL('../../src/cli/nianbao.mjs', import.meta.url));
const fixtures = fileURLToPath(new URL('../fixtures/plugins', import.meta.url));
const light =
  '{ report(organization: "北关区工信局", year: 2024) { title applications { received { total } } checks { passed } } }';

function rendering(renderer: string, how: string): string {
  return `{ report(organization: "北关区工信局", year: 2024) { rendering(renderer: "${renderer}", options: {misbehave: "${how}"}) { byteLength } } }`;
}

interface Serving {
  readonly child: ChildProcess;
  readonly url: string;
}

async function serve(folder: string): Promise<Serving> {
  const env = {
    PATH: process.env['PATH'],
    PORT: '0',
    NIANBAO_DATA_DIR: join(folder, 'data'),
    NIANBAO_PLUGIN_DIRS: join(folder, 'plugins'),
    NIANBAO_LOG_LEVEL: 'silent',
  };
  const child = spawn(process.execPath, [program, 'serve'], { env, stdio: ['ignore', 'pipe', 'inherit'] });
  for await (const line of createInterface({ input: child.stdout })) {
    const url = /http:\/\/[\d.:]+/u.exec(line)?.[0];
    if (url !== undefined) return { child, url };
  }
  throw new Error('The gateway ended before it served.');
}

async function ask(
  url: string,
  query: string,
): Promise<{ readonly errors?: readonly { readonly extensions?: { readonly code?: string } }[] }> {
  const response = await fetch(`${url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query }),
  });
  return (await response.json()) as Awaited<ReturnType<typeof ask>>;
}

async function waitUntilReady(url: string): Promise<void> {
  for (;;) {
    const ready = await fetch(`${url}/readyz`).catch(() => undefined);
    if (ready?.ok) break;
    await pause(100);
  }
  // Plugins from elsewhere are tried while the gateway serves already.
  for (const [renderer] of misbehaviours) while ((await ask(url, rendering(renderer, 'no'))).errors) await pause(200);
}

/** Milliseconds of each light query until the time is over. */
async function measure(url: string, milliseconds: number): Promise<number[]> {
  const times: number[] = [];
  const end = performance.now() + milliseconds;
  while (performance.now() < end) {
    const start = performance.now();
    const { errors } = await ask(url, light);
    if (errors) throw new Error(JSON.stringify(errors));
    times.push(performance.now() - start);
    await pause(PAUSE_BETWEEN);
  }
  return times;
}

/** Asks for every misbehaviour again and again; counts the codes that come back. */
async function misbehave(url: string, signal: AbortSignal, codes: Map<string, number>): Promise<void> {
  const clients = misbehaviours.map(async ([renderer, how], client) => {
    await pause((client * RETRY) / misbehaviours.length);
    while (!signal.aborted) {
      const { errors } = await ask(url, rendering(renderer, how));
      const code = errors?.[0]?.extensions?.code ?? 'answered';
      codes.set(code, (codes.get(code) ?? 0) + 1);
      await pause(code === 'RENDERER_SUSPENDED' ? RETRY : 0);
    }
  });
  await Promise.all(clients);
}

function quantile(times: readonly number[], part: number): number {
  const sorted = [...times].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? 0;
}

function describe(name: string, times: readonly number[]): string {
  const [p50, p95, p99] = [0.5, 0.95, 0.99].map((part) => `${quantile(times, part).toFixed(1)} ms`);
  return `${name.padEnd(24)} ${String(times.length).padStart(6)} queries   p50 ${p50}   p95 ${p95}   p99 ${p99}\n`;
}

async function alternate(url: string, codes: Map<string, number>) {
  const quiet: number[][] = [];
  const loud: number[][] = [];
  for (const [renderer] of misbehaviours) await ask(url, rendering(renderer, 'no'));
  await measure(url, WINDOW);
  for (let round = 0; round < ROUNDS; round++) {
    quiet.push(await measure(url, WINDOW));
    const stopping = new AbortController();
    const misbehaving = misbehave(url, stopping.signal, codes);
    loud.push(await measure(url, WINDOW));
    stopping.abort();
    await misbehaving;
    await pause(500);
  }
  return { quiet, loud };
}

const folder = await mkdtemp(join(tmpdir(), 'nianbao-bench-'));
const names = new Set([...misbehaviours.map(([name]) => name), ...unfit]);
for (const name of names) await cp(join(fixtures, name), join(folder, 'plugins', name), { recursive: true });
const { child, url } = await serve(folder);
try {
  await waitUntilReady(url);
  process.stdout.write(
    `Node ${process.version}, ${availableParallelism()} cores, load ${loadavg()[0]?.toFixed(1)} before\n`,
  );
  const codes = new Map<string, number>();
  const { quiet, loud } = await alternate(url, codes);
  const ratios = quiet.map((times, round) => quantile(loud[round] ?? [], 0.99) / quantile(times, 0.99));
  const ratio = quantile(loud.flat(), 0.99) / quantile(quiet.flat(), 0.99);
  process.stdout.write(describe('without them', quiet.flat()));
  process.stdout.write(describe('while they misbehave', loud.flat()));
  process.stdout.write(`answers to them: ${[...codes].map(([code, count]) => `${code} ${count}`).join(', ')}\n`);
  process.stdout.write(
    `p99 is ${ratio.toFixed(2)} times as long (target ${TARGET}); by round: ${ratios.map((one) => one.toFixed(2)).join(' ')}\n`,
  );
  if (ratio > TARGET) process.exitCode = 1;
} finally {
  child.kill('SIGTERM');
  await new Promise((resolve) => {
    child.once('exit', resolve);
  });
  await rm(folder, { recursive: true });
}
