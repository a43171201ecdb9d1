import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { expect, it, vi } from 'vitest';
import { childrenOfPlugins, openHost } from './hosts.ts';

const script = fileURLToPath(new URL('render-until-killed.ts', import.meta.url));

/** Whether a process still runs; one that nobody has asked about yet is dead all the same. */
async function runs(id: number): Promise<boolean> {
  if (!existsSync(`/proc/${id}`)) return false;
  const stat = await readFile(`/proc/${id}/stat`, 'utf8').catch(() => ') Z');
  return !/\) [ZX]/u.test(stat);
}

/** The next host removes the copies of the one that was killed, and no others. */
async function sweepsOnlyCopiesOf(pid: number, temporary: string): Promise<void> {
  const copies = async () => (await readdir(temporary)).filter((name) => name.startsWith('nianbao-plugin-')).sort();
  const left = await copies();
  expect(left).toHaveLength(2);
  expect(left.every((name) => name.includes(`-${pid}-`))).toBe(true);
  const elsewhere = `nianbao-plugin-another.host-${pid}-abc`;
  await mkdir(join(temporary, elsewhere));
  vi.stubEnv('TMPDIR', temporary);
  const first = await openHost(['summary']);
  const second = await openHost([]);
  vi.unstubAllEnvs();
  expect(new Set(await copies())).toEqual(new Set([elsewhere, expect.stringContaining(`-${process.pid}-`)]));
  await first.close();
  await second.close();
  expect(await copies()).toEqual([elsewhere]);
}

it('leaves no process when the gateway is killed, not even one that computes', async () => {
  const temporary = await mkdtemp(join(tmpdir(), 'nianbao-killed-'));
  const env = { ...process.env, TMPDIR: temporary };
  const parent = spawn(process.execPath, ['--import', 'tsx', script], { env, stdio: ['ignore', 'pipe', 'inherit'] });
  const [line] = (await once(createInterface({ input: parent.stdout }), 'line')) as [string];
  const ids = line.split(' ').map(Number);
  parent.kill('SIGKILL');
  expect(ids.length).toBeGreaterThanOrEqual(3);
  await vi.waitFor(async () => expect((await Promise.all(ids.map(runs))).filter(Boolean)).toEqual([]), 2000);
  await sweepsOnlyCopiesOf(parent.pid!, temporary);
  await rm(temporary, { recursive: true });
});

it('leaves no process when a host is closed in the middle of renderings', async () => {
  const { render, close } = await openHost(['never-returns', 'summary']);
  const renderings = [render('never-returns', { misbehave: 'loops' }), render('never-returns', { misbehave: 'waits' })];
  const outcomes = Promise.allSettled(renderings);
  await close();
  expect((await outcomes).map(({ status }) => status)).toEqual(['rejected', 'rejected']);
  expect(await childrenOfPlugins()).toEqual([]);
});

it('ends what a caller who has left was waiting for', async () => {
  const { render, close } = await openHost(['never-returns']);
  const left = new AbortController();
  const rendering = render('never-returns', { misbehave: 'waits' }, left.signal);
  const reason = new Error('left');
  left.abort(reason);
  await expect(rendering).rejects.toBe(reason);
  expect(await render('never-returns')).toBe('样本报告');
  await close();
});
