import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { availableParallelism, loadavg } from 'node:os';
import { fileURLToPath } from 'node:url';
import { findCandidates } from '#browser-host/candidates.ts';
import { prepareDocument } from '#browser-host/prepare-document.ts';
import { layouts } from '../../plugins/pdf/layouts.ts';
import { withPageStyle } from '../../plugins/pdf/page-style.ts';
import { conclude, demand, say } from './aims.ts';
import { median } from './measure.ts';
import { Contender, type Window } from './pdf/contender.ts';
import { isAlive, memoryOf } from './pdf/processes.ts';
import { serveFonts } from './pdf/serve-fonts.ts';

// How fast PDFs are made: against Puppeteer alone and against jsreport, in turns on the same HTML and browser; how much
// faster a kept one is; whether memory grows; whether a process is left behind. `--small` for a quick look.

const isSmall = process.argv.includes('--small');
const plan = isSmall
  ? { rounds: 3, window: 3000, early: 60, late: 160, aborts: 20, kills: 3 }
  : { rounds: 8, window: 6000, early: 200, late: 1000, aborts: 50, kills: 10 };
const jsreportFolder = fileURLToPath(new URL('jsreport', import.meta.url));

/** jsreport stays out of the project's own packages: some 230 of them, and 90 MB. */
function installJsreport(): void {
  if (existsSync(`${jsreportFolder}/node_modules`)) return;
  say('Installing jsreport for this benchmark …');
  execFileSync('npm', ['ci', '--ignore-scripts', '--no-audit', '--no-fund'], { cwd: jsreportFolder, stdio: 'ignore' });
}

type Name = 'ours' | 'bare' | 'jsreport';

async function takeTurns(contenders: Readonly<Record<Name, Contender>>): Promise<Record<Name, Window[]>> {
  const windows: Record<Name, Window[]> = { ours: [], bare: [], jsreport: [] };
  const names = Object.keys(windows) as Name[];
  for (const name of names) await contenders[name].print(isSmall ? 1500 : 4000);
  for (let round = 0; round < plan.rounds; round += 1) {
    // Each is first as often as last.
    const order = names.map((_, place) => names[(place + round) % names.length]!);
    for (const name of order) windows[name].push(await contenders[name].print(plan.window));
  }
  return windows;
}

const rate = ({ pdfs, seconds }: Window) => pdfs / seconds;
const cost = ({ busy, pdfs }: Window) => busy / pdfs;

/** Ratios of neighbours in time: the machine's other work meets both alike. */
function ratios(of: (window: Window) => number, ours: readonly Window[], theirs: readonly Window[]): number[] {
  return ours.map((window, round) => of(window) / of(theirs[round]!));
}

function report(what: string, values: readonly number[], aim: string, holds: (ratio: number) => boolean): void {
  const range = `${Math.min(...values).toFixed(2)} to ${Math.max(...values).toFixed(2)}`;
  demand(`${what}: ${median(values).toFixed(2)} x (${range}; aim: ${aim})`, holds(median(values)));
}

function compareAll(windows: Readonly<Record<Name, readonly Window[]>>): void {
  for (const [name, all] of Object.entries(windows)) {
    say(
      `${name.padEnd(8)} ${median(all.map(rate)).toFixed(1)} PDF/s, ${median(all.map(cost)).toFixed(0)} ms of processor time each`,
    );
  }
  const { ours, bare, jsreport } = windows;
  report('throughput against Puppeteer alone', ratios(rate, ours, bare), 'at least 0.8 x', (ratio) => ratio >= 0.8);
  report('processor time against Puppeteer alone', ratios(cost, ours, bare), 'none', () => true);
  report('throughput against jsreport', ratios(rate, ours, jsreport), 'at least 2.2 x', (ratio) => ratio >= 2.2);
  report('processor time against jsreport', ratios(cost, ours, jsreport), 'at most 0.5 x', (ratio) => ratio <= 0.5);
}

async function compareCached(ours: Contender): Promise<void> {
  const { fresh, cached } = await ours.ask<{ fresh: number[]; cached: number[] }>({ kind: 'cached' });
  const [slow, fast] = [median(fresh), median(cached)];
  const what = `a kept document: ${fast.toFixed(2)} ms, a fresh one: ${slow.toFixed(1)} ms`;
  demand(`${what}, ${(slow / fast).toFixed(0)} x (aim: at least 100 x)`, slow / fast >= 100);
}

/** A page is replaced every 50 prints, so that memory goes up and down; the middle of several looks counts. */
async function memoryAfter(ours: Contender, times: number): Promise<number> {
  await ours.ask({ kind: 'grow', times: times - 50 });
  const looks: number[] = [];
  for (let look = 0; look < 10; look += 1) {
    await ours.ask({ kind: 'grow', times: 5 });
    looks.push(memoryOf(ours.pid));
  }
  return median(looks);
}

async function watchMemory(ours: Contender): Promise<void> {
  const early = await memoryAfter(ours, plan.early);
  const late = await memoryAfter(ours, plan.late - plan.early);
  const megabytes = [early, late].map((bytes) => `${(bytes / 2 ** 20).toFixed(0)} MiB`).join(' and ');
  const growth = late / early;
  demand(
    `memory after ${plan.early} and ${plan.late} renders: ${megabytes}, ${growth.toFixed(3)} x (aim: at most 1.05 x)`,
    growth <= 1.05,
  );
}

interface Killed {
  readonly asked: number;
  readonly documents: number;
  readonly errors: number;
  readonly others: number;
}

async function disturb(ours: Contender): Promise<void> {
  const { answered } = await ours.ask<{ answered: number }>({ kind: 'abort', times: plan.aborts });
  demand(
    `aborted renders: ${plan.aborts}, answered ${answered}, and the next one is printed`,
    answered === plan.aborts,
  );
  const killed = await ours.ask<Killed>({ kind: 'kill', times: plan.kills });
  const { asked, documents, errors, others } = killed;
  const all = `asked ${asked}, documents ${documents}, errors with a code ${errors}, others ${others}`;
  demand(`browser killed ${plan.kills} times under load: ${all}`, documents + errors === asked && others === 0);
}

installJsreport();
const [candidate] = await findCandidates({ executablePath: process.env['PUPPETEER_EXECUTABLE_PATH'] });
if (!candidate) throw new Error('There is no Chromium.');
const { executablePath } = await candidate.install();
const fonts = await serveFonts();
const ours = new Contender('ours.ts', { executablePath });
const { page } = await ours.ask<{ page: string }>({ kind: 'page' });
const layout = layouts.official;
const html = prepareDocument(
  withPageStyle(page, layout, true),
  layout.page,
  `<link rel="stylesheet" href="${fonts.stylesheet}">`,
);
const contenders = {
  ours,
  bare: new Contender('bare.ts', { executablePath, html }),
  jsreport: new Contender('jsreport.ts', { executablePath, html }),
};
say(
  `Node ${process.version}, ${availableParallelism()} cores, load ${loadavg()[0]?.toFixed(1)} before, ${executablePath}`,
);
compareAll(await takeTurns(contenders));
// jsreport's browsers outlive its close().
await Promise.all([contenders.bare.end(), contenders.jsreport.end()]);
await compareCached(ours);
await watchMemory(ours);
await disturb(ours);
await ours.close();
const orphans = ours.seen.filter(isAlive);
demand(`processes left of ${ours.seen.length} that were seen: ${orphans.length}`, orphans.length === 0);
fonts.close();
conclude();
process.exit();
