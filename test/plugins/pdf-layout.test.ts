import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import type { PrintableDocument, RenderContext } from 'nianbao/plugin-api';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createBrowserHost } from '#browser-host/browser-host.ts';
import { renderPage } from '../../plugins/html/page.ts';
import pdfPlugin from '../../plugins/pdf/index.ts';
import { documentOf, heading, paragraph, table } from './documents.ts';
import { htmlDefaults } from './html-options.ts';

const POINTS = 72 / 25.4;
const character = 16;
/** Where the middle of a dash of the page numbers is above the baseline, in parts of the type's size. */
const DASH = 0.268;

// More than two pages of full lines, then the levels of headings and a table.
const document: PrintableDocument = documentOf([
  heading(1, '关于公文格式的报告', 'title'),
  ...Array.from({ length: 4 }, () => paragraph('国'.repeat(28 * 12 - 2))),
  heading(2, '一、第一层', 'level-2'),
  heading(3, '（一）第二层', 'level-3'),
  paragraph('正文。'),
  table({ id: 'figures', caption: '表', columns: ['甲', '乙'], rows: ['丙'], values: [[12, 34]] }),
]);

/** A run of glyphs: points from the upper left corner of the page. */
interface Run {
  readonly text: string;
  readonly left: number;
  readonly right: number;
  readonly baseline: number;
  readonly size: number;
  readonly font: string;
}

interface Sheet {
  readonly width: number;
  readonly height: number;
  readonly runs: readonly Run[];
}

async function measure(data: Uint8Array): Promise<Sheet[]> {
  const task = getDocument({ data: Uint8Array.from(data), verbosity: 0, fontExtraProperties: true });
  const pdf = await task.promise;
  const sheets: Sheet[] = [];
  for (let number = 1; number <= pdf.numPages; number += 1) {
    const page = await pdf.getPage(number);
    const { width, height } = page.getViewport({ scale: 1 });
    await page.getOperatorList();
    const { items } = await page.getTextContent({ disableNormalization: true });
    const runs = items.flatMap((item) => {
      if (!('str' in item) || item.str.trim() === '') return [];
      const [, , , size, left, up] = item.transform as number[];
      const { name } = page.commonObjs.get(item.fontName) as { name: string };
      return [
        { text: item.str, left: left!, right: left! + item.width, baseline: height - up!, size: size!, font: name },
      ];
    });
    sheets.push({ width, height, runs });
  }
  await task.destroy();
  return sheets;
}

function isText({ baseline }: Run): boolean {
  return baseline < (37 + 225) * POINTS;
}

/** The full lines of a page. */
function linesOf({ runs }: Sheet): readonly Run[] {
  return runs.filter(({ text }) => text.startsWith('国国'));
}

function headings(sheets: readonly Sheet[]): readonly Run[] {
  return sheets.flatMap(({ runs }) => runs.filter(({ text }) => text.includes('层')));
}

describe('the official layout', () => {
  const host = createBrowserHost({ log: () => {} });
  const context: RenderContext = {
    signal: new AbortController().signal,
    log: () => {},
    progress: () => {},
    print: (request) => host.print(request),
  };
  let sheets: readonly Sheet[];

  beforeAll(async () => {
    const html = renderPage(document, { ...htmlDefaults, purpose: 'print' });
    const options = { layout: 'official', pageNumbers: true };
    sheets = await measure(
      (await pdfPlugin.renderers['pdf']!.render(html as never, options as never, context)) as Uint8Array,
    );
  });

  afterAll(() => host.close());

  it('is A4', () => {
    expect(sheets).toHaveLength(3);
    for (const { width, height } of sheets) {
      expect(Math.abs(width - 210 * POINTS)).toBeLessThan(0.5);
      expect(Math.abs(height - 297 * POINTS)).toBeLessThan(0.5);
    }
  });

  it('keeps its text within 156 mm by 225 mm, 37 mm from the top and 28 mm from the binding edge', () => {
    for (const { runs } of sheets) {
      for (const { left, right, baseline, size } of runs.filter(isText)) {
        expect(left).toBeGreaterThan(28 * POINTS - 0.5);
        expect(right).toBeLessThan((28 + 156) * POINTS + 1);
        expect(baseline - size).toBeGreaterThan(37 * POINTS - 0.5);
        expect(baseline).toBeLessThan((37 + 225) * POINTS);
      }
    }
    const full = linesOf(sheets[1]!);
    expect(Math.min(...full.map(({ left }) => left))).toBeCloseTo(28 * POINTS, 0);
    expect(Math.max(...full.map(({ right }) => right)) / POINTS).toBeCloseTo(28 + 156, 0);
  });

  it('has 22 lines on a page, 29 pt apart, of 28 characters of 16 pt', () => {
    const full = linesOf(sheets[1]!);
    expect(full).toHaveLength(22);
    const pitch = (full[21]!.baseline - full[0]!.baseline) / 21;
    expect(pitch).toBeGreaterThan(28.9);
    expect(pitch).toBeLessThan(29.1);
    for (const { text, size, left } of full) {
      expect(size).toBeCloseTo(character, 1);
      expect(text).toHaveLength(left > 28 * POINTS + 1 ? 26 : 28);
    }
  });

  it('begins paragraphs and headings two characters in', () => {
    const begun = [...sheets.flatMap(linesOf).filter(({ text }) => text.length === 26), ...headings(sheets)];
    expect(begun).toHaveLength(6);
    for (const { left } of begun) expect(Math.abs(left - 28 * POINTS - 2 * character)).toBeLessThan(0.5);
  });

  it('has a title of 22 pt in the middle, a first level in 黑体 and a second one in 楷体, of 16 pt', () => {
    const title = sheets[0]!.runs.filter(({ size }) => Math.abs(size - 22) < 0.1);
    expect(title.map(({ text }) => text).join('')).toBe('关于公文格式的报告');
    const middle = (Math.min(...title.map(({ left }) => left)) + Math.max(...title.map(({ right }) => right))) / 2;
    expect(middle / POINTS).toBeCloseTo(28 + 156 / 2, 0);
    const [one, two] = headings(sheets);
    expect(one).toMatchObject({ text: '一、第一层', font: expect.stringContaining('NotoSans') as string });
    expect(two).toMatchObject({ text: '（一）第二层', font: expect.stringContaining('WenKai') as string });
    for (const { size } of [one!, two!]) expect(size).toBeCloseTo(character, 1);
  });

  it('numbers pages in 14 pt, 7 mm below the text, right on odd pages and left on even ones, one character free', () => {
    for (const [index, { runs }] of sheets.entries()) {
      const number = runs.filter((run) => !isText(run));
      expect(number.map(({ text }) => text.trim()).join(' ')).toBe(`- ${index + 1} -`);
      for (const { size, baseline } of number) {
        expect(size).toBeCloseTo(14, 1);
        expect(Math.abs(baseline - DASH * size - (37 + 225 + 7) * POINTS)).toBeLessThan(0.5);
      }
      const free = index % 2 === 0 ? (28 + 156) * POINTS - number.at(-1)!.right : number[0]!.left - 28 * POINTS;
      expect(Math.abs(free - 14)).toBeLessThan(0.75);
    }
  });

  it('prints tables in 10.5 pt', () => {
    const cells = sheets[2]!.runs.filter(({ text }) => ['表', '甲', '乙', '丙', '12', '34'].includes(text));
    expect(cells).toHaveLength(6);
    for (const { size } of cells) expect(size).toBeCloseTo(10.5, 1);
  });
});
