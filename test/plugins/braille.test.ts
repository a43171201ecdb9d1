import { spawnSync } from 'node:child_process';
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { builtInPlugins } from '#app/renderers.ts';
import { PluginHost } from '#plugin-host/plugin-host.ts';
import { toAscii } from '../../plugins/braille/ascii.ts';
import { paginate } from '../../plugins/braille/pages.ts';
import { spacedWords } from '../../plugins/braille/words.ts';
import { wrapCells } from '../../plugins/braille/wrap-cells.ts';
import { golden } from '../plugin-host/hosts.ts';
import { quietReport } from './documents.ts';
import { reportIn } from './html-looks.ts';

const hasLiblouis = spawnSync('lou_translate', ['--version']).status === 0;
const missing = hasLiblouis ? '' : ' (skipped: no liblouis here)';

const hosts: PluginHost[] = [];

async function openHost(): Promise<PluginHost> {
  const host = new PluginHost({
    folders: [{ path: builtInPlugins, builtIn: true, only: ['text', 'braille'] }],
    print: () => Promise.reject(new Error('nothing is printed here')),
    golden,
    log: () => undefined,
  });
  hosts.push(host);
  await host.registerAll();
  return host;
}

async function render(renderer: string, options: Record<string, unknown> = {}, document = quietReport) {
  const host = await openHost();
  const control = { signal: new AbortController().signal, progress: () => undefined };
  const bytes = await host.run(renderer, host.completeOptions(renderer, options), { document }, control);
  return Buffer.from(bytes).toString();
}

afterEach(async () => {
  vi.unstubAllEnvs();
  for (const host of hosts.splice(0)) await host.close();
});

describe('text before it is braille', () => {
  it('has blanks between words; marks, counted things and Latin stay with what they belong to', () => {
    expect(spacedWords('政府信息公开2024年，收到17件（含ABC公司）。')).toBe(
      '政府 信息 公开 2024年， 收到 17件 （含 ABC 公司）。',
    );
  });
});

describe('lines of cells', () => {
  it('are broken at blanks, go on indented by two, and are never too long', () => {
    const word = (length: number) => '⠿'.repeat(length);
    const line = [3, 5, 4, 30].map(word).join('\u2800');
    expect(wrapCells(line, 12)).toEqual([
      `${word(3)}\u2800${word(5)}`,
      `\u2800\u2800${word(4)}`,
      ...[10, 10, 10].map((length) => `\u2800\u2800${word(length)}`),
    ]);
  });

  it('become the ASCII that embossers take', () => {
    expect(toAscii('⠼⠁⠃⠉⠀⠠⠠⠺⠿')).toBe('#ABC ,,W=');
  });

  it('make pages that end in a form feed and do not begin with an empty line', () => {
    expect(paginate(['a', 'b', '', 'c'], 2)).toBe('a\r\nb\r\n\fc\r\n\f');
    expect(paginate(['a', '', 'b'], 0)).toBe('a\r\n\r\nb\r\n');
  });
});

describe.skipIf(!hasLiblouis)(`braille by liblouis${missing}`, () => {
  // 国家通用盲文方案: tones are written only where they are not implied.
  it.each([
    ['政府', '⠌⠼⠋⠥⠄'],
    ['信息', '⠓⠣⠓⠊⠁'],
    ['公开', '⠛⠲⠁⠅⠪⠁'],
  ])('writes %s by the common scheme', async (word, cells) => {
    const { title: _, ...rest } = quietReport;
    const text = await render('braille', {}, { ...rest, title: word });
    expect(text.split('\n')[0]).toBe(cells);
  });

  it.each([32, 40])('keeps to lines of %i cells, and every cell is braille', async (lineLength) => {
    const lines = (await render('braille', { lineLength })).trimEnd().split('\n');
    expect(lines.length).toBeGreaterThan(300);
    expect(Math.max(...lines.map((line) => line.length))).toBeLessThanOrEqual(lineLength);
    for (const line of lines) expect(line).toMatch(/^[\u2800-\u28ff]*$/u);
  });

  it('says every figure: numbers are told by their sign', async () => {
    const digits = '⠚⠁⠃⠉⠙⠑⠋⠛⠓⠊';
    const text = (await render('braille', { lineLength: 80 }, reportIn('zh-CN'))).replace(/\n⠀⠀/gu, '⠀');
    const numbers = Array.from(text.matchAll(/⠼([⠚⠁⠃⠉⠙⠑⠋⠛⠓⠊]+)(?=\n)/gu), ([, said = '']) =>
      Array.from(said, (cell) => digits.indexOf(cell)).join(''),
    );
    const figures = reportIn('zh-CN').blocks.flatMap((block) =>
      block.type === 'table'
        ? block.cells.flat().flatMap(({ state, text: own }) => (state === 'figure' && /^\d+$/u.test(own) ? own : []))
        : [],
    );
    expect(numbers).toEqual(expect.arrayContaining(figures));
    expect(numbers.length).toBeGreaterThanOrEqual(figures.length);
  });

  it('can be translated back where it is English', async () => {
    const text = await render('braille', { locale: 'en', lineLength: 80 }, reportIn('en'));
    const line = text.replace(/\n⠀⠀/gu, '⠀').split('\n');
    const { stdout } = spawnSync('lou_translate', ['--backward', 'unicode.dis,en-ueb-g1.ctb'], {
      input: line.join('\n'),
      encoding: 'utf8',
    });
    expect(stdout).toContain(
      'Row 7: 3. Outcomes this year, 3.3 Not disclosed, 3.3.3 Endangers national, public or economic security or social stability',
    );
  });

  it('differs between the schemes', async () => {
    expect(await render('braille', { scheme: 'current' })).not.toBe(await render('braille'));
  });

  it('is the same in ASCII, in pages of 25 lines', async () => {
    const brf = await render('brf');
    const pages = brf.split('\f');
    expect(brf).toMatch(/^[\x20-\x5f\r\n\f]*$/u);
    expect(pages.at(-1)).toBe('');
    expect(Math.max(...pages.map((page) => page.split('\r\n').length - 1))).toBe(25);
  });
});

describe('where liblouis is missing', () => {
  it('the plugin is FAILED and says what to install', async () => {
    vi.stubEnv('PATH', await mkdtemp(join(tmpdir(), 'nianbao-no-programs-')));
    vi.resetModules();
    const { PluginHost: FreshHost } = await import('#plugin-host/plugin-host.ts');
    const host = new FreshHost({
      folders: [{ path: builtInPlugins, builtIn: true, only: ['text', 'braille'] }],
      print: () => Promise.reject(new Error('nothing is printed here')),
      golden,
      log: () => undefined,
    });
    hosts.push(host);
    await host.registerAll();
    const braille = host.plugins().find(({ name }) => name === 'braille');
    expect(braille?.state).toBe('FAILED');
    expect(braille?.error?.say('en')).toContain('apt-get install liblouis-bin');
    expect(host.list().map(({ id }) => id)).toEqual(['text']);
  });
});
