import { fileURLToPath } from 'node:url';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createBrowserHost, type BrowserHost } from '#browser-host/browser-host.ts';
import { readManifest } from '#plugin-host/loading/check-manifest.ts';
import type { PrintRequest, RenderContext, Renderer } from 'nianbao/plugin-api';
import html from '../../plugins/html/index.ts';
import pdf from '../../plugins/pdf/index.ts';
import { readPdf, type ReadPdf } from '../browser-host/read-pdf.ts';
import { sampleIn } from './html-looks.ts';
import { htmlDefaults } from './html-options.ts';
import { sample, sentence, SENTENCES } from './pdf-sample.ts';
import { readModel } from './pdf-ua/read-model.ts';

const page = html.renderers['html'] as unknown as Renderer<typeof sample, object>;
const printer = pdf.renderers['pdf'] as unknown as Renderer<string, PdfOptions>;
type PdfOptions = { readonly layout: 'official' | 'compact'; readonly pageNumbers: boolean };

const manifest = await readManifest(fileURLToPath(new URL('../../plugins/pdf', import.meta.url)));

function context(print: (request: PrintRequest) => Promise<Uint8Array>): RenderContext {
  return { signal: new AbortController().signal, log: () => {}, progress: () => {}, print };
}

const source = String(await page.render(sample, { ...htmlDefaults, purpose: 'print' }, context(never)));

function never(): Promise<Uint8Array> {
  throw new Error('nothing is to be printed here');
}

/** Size of the type, in points, that the words are printed in. */
async function sizeOf(data: Uint8Array, words: string): Promise<number> {
  const task = getDocument({ data, verbosity: 0 });
  const content = await (await (await task.promise).getPage(1)).getTextContent();
  const item = content.items.find((candidate) => 'str' in candidate && candidate.str.includes(words.charAt(0)));
  await task.destroy();
  return item && 'height' in item ? item.height : Number.NaN;
}

describe('the manifest of the PDF plugin', () => {
  it('passes the check, takes the print page of the HTML plugin and asks for the browser', () => {
    expect(manifest.renderers[0]).toMatchObject({
      id: 'pdf',
      mediaType: 'application/pdf',
      takes: { renderer: 'html', options: { purpose: 'print' }, pass: ['locale', 'checks'] },
      needs: ['print'],
    });
  });
});

describe('an ordinary report as a PDF', () => {
  const host = createBrowserHost({ log: () => {} });
  const print = async (pageNumbers: boolean) =>
    readPdf(
      (await printer.render(
        source,
        { layout: 'official', pageNumbers },
        context((request) => host.print(request)),
      )) as Uint8Array,
    );
  let read: ReadPdf;
  beforeAll(async () => {
    read = await print(true);
  });
  afterAll(() => host.close());

  it('has 3 to 6 pages of A4', () => {
    expect(read.pages).toBeGreaterThanOrEqual(3);
    expect(read.pages).toBeLessThanOrEqual(6);
    for (const [width, height] of read.sizes) {
      expect(Math.abs(width - 595.28)).toBeLessThan(1);
      expect(Math.abs(height - 841.89)).toBeLessThan(1);
    }
  });

  it('numbers every page at its foot, and none when that is not wanted', async () => {
    for (const [index, text] of read.pageTexts.entries()) expect(text).toContain(`-${index + 1}-`);
    const plain = await print(false);
    expect(plain.text).not.toMatch(/-\d-/);
    expect(plain.pages).toBe(read.pages);
  });

  it('keeps title, language, outline and tags', () => {
    expect(read).toMatchObject({ title: sample.title, language: 'zh-CN', marked: true });
    const headings = sample.blocks.filter((block) => block.type === 'heading').map(({ text }) => text);
    expect(read.outline).toEqual(headings);
    expect(read.roles).toEqual(expect.arrayContaining(['H1', 'H2', 'P', 'Table', 'TH', 'TD']));
  });

  it('is in English when that is asked for, and says of the narrative that it is in Chinese', async () => {
    const english = await page.render(sampleIn('en'), { ...htmlDefaults, purpose: 'print' }, context(never));
    const bytes = await printer.render(
      String(english),
      { layout: 'official', pageNumbers: true },
      context((request) => host.print(request)),
    );
    const { language, elements } = await readModel(bytes as Uint8Array);
    const languages = (type: string) =>
      elements.filter((element) => element.type === type).map((element) => element.language ?? language);
    expect(language).toBe('en');
    expect(new Set(languages('P'))).toEqual(new Set(['zh-CN']));
    expect(new Set(languages('H2'))).toEqual(new Set(['en']));
    expect(languages('TH')).toContain('en');
    expect((await readPdf(bytes as Uint8Array)).text).toContain('3.3.4Protectsthelawfulrightsofthirdparties');
  });

  it('keeps every sentence and figure', async () => {
    const { text } = await print(false);
    const figures = '210211212213214215216';
    expect(text.split(sentence).length - 1).toBe(SENTENCES);
    expect(text).toContain(`四、结转下年度继续办理${figures}`);
    expect(text).not.toMatch(/[\u2e80-\u2fdf]/);
  });

  it('keeps the size of its text when the figures are as long as a country’s', async () => {
    const blocks = sample.blocks.map((block) =>
      block.type === 'table'
        ? { ...block, cells: block.cells.map((row) => row.map((cell) => ({ ...cell, text: '123456789' }))) }
        : block,
    );
    const long = await page.render({ ...sample, blocks }, { ...htmlDefaults, purpose: 'print' }, context(never));
    const bytes = await printer.render(
      String(long),
      { layout: 'official', pageNumbers: false },
      context((request) => host.print(request)),
    );
    expect(await sizeOf(new Uint8Array(bytes as Uint8Array), sentence.slice(0, 10))).toBeCloseTo(16, 1);
  });
});

describe('the same document', () => {
  const options = { layout: 'official', pageNumbers: true } as const;
  const print = (host: BrowserHost) =>
    printer.render(
      source,
      options,
      context((request) => host.print(request)),
    );

  it('is the same file, byte for byte, on a page that is used again and from another browser', async () => {
    const hosts = [
      createBrowserHost({ log: () => {}, pages: 1 }),
      createBrowserHost({ log: () => {}, pages: 1 }),
    ] as const;
    const files: Buffer[] = [];
    for (const host of [hosts[0], hosts[0], hosts[1]]) files.push(Buffer.from((await print(host)) as Uint8Array));
    await Promise.all(hosts.map((host) => host.close()));
    const [first, again, other] = files;
    expect(first!.length).toBeGreaterThan(50_000);
    expect(again!.equals(first!)).toBe(true);
    expect(other!.equals(first!)).toBe(true);
  });
});
