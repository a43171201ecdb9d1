import { chmod, mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { findCandidates, PUPPETEER_PROGRAMS, SYSTEM_PROGRAMS } from '#browser-host/candidates.ts';

const shell = (version: string) =>
  `cache/chrome-headless-shell/linux-${version}/chrome-headless-shell-linux64/chrome-headless-shell`;
const chrome = (version: string) => `cache/chrome/linux-${version}/chrome-linux64/chrome`;

const cases: readonly { on: string; files: readonly string[]; configured?: string; expected: readonly string[] }[] = [
  { on: 'an empty machine', files: [], expected: ['npm'] },
  { on: 'a configured path', files: ['opt/mine'], configured: 'opt/mine', expected: ['configured opt/mine', 'npm'] },
  {
    on: 'a configured path beside everything else',
    files: ['opt/mine', 'bin/chromium', shell('148.0.1.2')],
    configured: 'opt/mine',
    expected: ['configured opt/mine', `puppeteer-cache ${shell('148.0.1.2')}`, 'system bin/chromium', 'npm'],
  },
  {
    on: "both programs in Puppeteer's cache: the headless shell first",
    files: [chrome('149.0.1.2'), shell('148.0.1.2')],
    expected: [`puppeteer-cache ${shell('148.0.1.2')}`, `puppeteer-cache ${chrome('149.0.1.2')}`, 'npm'],
  },
  {
    on: "several builds in Puppeteer's cache: the newest first, by number",
    files: [shell('99.0.0.0'), shell('148.0.10.0'), shell('148.0.9.0')],
    expected: ['148.0.10.0', '148.0.9.0', '99.0.0.0'].map((build) => `puppeteer-cache ${shell(build)}`).concat('npm'),
  },
  {
    on: 'several programs of the system: the headless shell first, whatever the order of folders',
    files: ['bin/google-chrome', 'bin/chromium', 'sbin/chromium-headless-shell'],
    expected: ['system sbin/chromium-headless-shell', 'system bin/chromium', 'system bin/google-chrome', 'npm'],
  },
  {
    on: 'one program under several names: by its first',
    files: ['bin/google-chrome', 'bin/chromium>google-chrome', 'sbin/google-chrome>../bin/google-chrome'],
    expected: ['system bin/chromium', 'npm'],
  },
  { on: 'a file that can not be run', files: ['bin/chromium:0644'], expected: ['npm'] },
];

describe('where Chromium is looked for', () => {
  let root: string;
  beforeEach(async () => {
    root = await mkdtemp(join(tmpdir(), 'nianbao-candidates-'));
  });
  afterEach(() => rm(root, { recursive: true, force: true }));

  it.each(cases)('$on', async ({ files, configured, expected }) => {
    await Promise.all(files.map((file) => put(join(root, file))));
    const candidates = await findCandidates({
      executablePath: configured === undefined ? undefined : join(root, configured),
      puppeteerCache: join(root, 'cache'),
      searchPath: [join(root, 'bin'), join(root, 'sbin')].join(':'),
      unpackInto: join(root, 'unpacked'),
    });
    const found = candidates.map(async ({ source, install }) =>
      source === 'npm' ? source : `${source} ${(await install()).executablePath.slice(root.length + 1)}`,
    );
    expect(await Promise.all(found)).toEqual(expected);
  });

  it('prefers headless shells everywhere', () => {
    expect(SYSTEM_PROGRAMS[0]).toBe('chrome-headless-shell');
    expect(PUPPETEER_PROGRAMS[0].folder).toBe('chrome-headless-shell');
  });
});

async function put(description: string): Promise<void> {
  const [file = '', mode = '0755'] = description.split(/[:>]/);
  await mkdir(dirname(file), { recursive: true });
  if (description.includes('>')) return symlink(mode, file);
  await writeFile(file, '');
  await chmod(file, Number.parseInt(mode, 8));
}
