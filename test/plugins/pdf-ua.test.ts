import { spawnSync } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inflateSync } from 'node:zlib';
import { PDFArray, PDFDict, PDFDocument, PDFName, PDFNumber, PDFString, type PDFRawStream } from '@cantoo/pdf-lib';
import type { PrintableDocument, RenderContext, TableBlock } from 'nianbao/plugin-api';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createBrowserHost } from '#browser-host/browser-host.ts';
import type { HtmlOptions } from '../../plugins/html/options.ts';
import { renderPage } from '../../plugins/html/page.ts';
import pdfPlugin from '../../plugins/pdf/index.ts';
import { cityReport, documentOf, heading, paragraph, quietReport } from './documents.ts';
import { sampleIn } from './html-looks.ts';
import { announcedTables, figuresOf } from './pdf-ua/heard-tables.ts';
import { readModel, type PdfModel } from './pdf-ua/read-model.ts';
import { broken, rules } from './pdf-ua/rules.ts';
import { sample } from './pdf-sample.ts';
import { readAloud, type ReadAloud } from './read-aloud.ts';

const hasMutool = spawnSync('mutool', ['-v']).status === 0;
const hasQpdf = spawnSync('qpdf', ['--version']).status === 0;
const host = createBrowserHost({ log: () => {} });
afterAll(() => host.close());

const context: RenderContext = {
  signal: new AbortController().signal,
  log: () => {},
  progress: () => {},
  print: (request) => host.print(request),
};

const manifest = JSON.parse(await readFile(new URL('../../plugins/html/plugin.json', import.meta.url), 'utf8')) as {
  readonly renderers: readonly [
    { readonly options: { readonly properties: Record<string, { readonly default: unknown }> } },
  ];
};
const properties = Object.entries(manifest.renderers[0].options.properties);
const usual = Object.fromEntries(
  properties.map(([option, { default: value }]) => [option, value]),
) as unknown as HtmlOptions;

function pageOf(document: PrintableDocument): string {
  return renderPage(document, { ...usual, purpose: 'print' });
}

async function render(html: string, layout: 'official' | 'compact' = 'official'): Promise<Uint8Array> {
  const options = { layout, pageNumbers: true };
  return (await pdfPlugin.renderers['pdf']!.render(html as never, options as never, context)) as Uint8Array;
}

function withFigures(document: PrintableDocument, figure: string): PrintableDocument {
  const blocks = document.blocks.map((block) => {
    if (block.type !== 'table') return block;
    return {
      ...block,
      cells: block.cells.map((row) => row.map((cell) => ({ ...cell, text: figure, state: 'figure' as const }))),
    };
  });
  return { ...document, blocks };
}

/** What stands in a page's body, without white space. */
function textOf(html: string): string {
  const body = html
    .slice(html.indexOf('<body'))
    .replace(/<[^>]*>/gu, '')
    .replace(/\s/gu, '');
  const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'" };
  return body.replace(/&(amp|lt|gt|quot|#39);/gu, (_, name: string) => entities[name] ?? '');
}

const tablesOf = ({ blocks }: PrintableDocument) =>
  blocks.filter((block): block is TableBlock => block.type === 'table');

const drawing = '<svg xmlns="http://www.w3.org/2000/svg" width="90" height="9"><rect width="60" height="9"/></svg>';

const reports: Readonly<Record<string, PrintableDocument>> = {
  'a large report with blanks, nil marks and sums that do not agree': cityReport,
  'a report in which nothing happened': quietReport,
  'a report in English': sampleIn('en'),
  'a report with figures of nine digits': withFigures(cityReport, '123456789'),
  'a report whose tables have empty corners': sample,
  'a short document with a figure': documentOf([
    heading(2, '一、趋势', 'trend'),
    { type: 'figure', svg: drawing, alternative: '新收申请逐年上升', caption: '图一' },
    paragraph('罕见姓名：㐂䶮𠮷。'),
  ]),
};

describe.each(Object.entries(reports))('%s as a PDF', (_, document) => {
  const html = pageOf(document);
  let bytes: Uint8Array;
  let model: PdfModel;
  let aloud: ReadAloud;
  beforeAll(async () => {
    bytes = await render(html);
    model = await readModel(bytes);
    aloud = await readAloud(bytes);
  });

  it('breaks no rule of PDF/UA-1 that can be judged here', () => {
    expect(broken(model)).toEqual({});
  });

  it('is heard in the order of the document, every character once', () => {
    expect(aloud.heard).toBe(textOf(html));
    expect(aloud.unmarked).toBe('');
  });

  it('shows the text of the document, all of it, to readers that know no tags', () => {
    const shown = model.shown.filter(({ marks }) => !marks.includes('Artifact'));
    const text = shown
      .flatMap(({ glyphs }) => glyphs.map((glyph) => glyph.text))
      .join('')
      .replace(/\s/gu, '');
    expect(text).toBe(textOf(html));
    expect(text).not.toMatch(/[\u2e80-\u2fdf]/u);
  });

  it('announces every figure once, with all of its heads', () => {
    expect(announcedTables(model)).toEqual(tablesOf(document).map(figuresOf));
  });

  it('reads neither lines nor repeated heads nor page numbers', () => {
    expect(
      model.shown.filter(
        ({ kind, marks, owner }) => kind === 'path' && owner?.standard !== 'Figure' && !marks.includes('Artifact'),
      ),
    ).toEqual([]);
    for (const [page, text] of aloud.artifacts.entries()) expect(text.startsWith(`-${page + 1}-`)).toBe(true);
  });

  it.runIf(hasQpdf)('is a file that qpdf finds nothing wrong with', async () => {
    expect(await ask('qpdf', ['--check'], bytes)).toMatchObject({ status: 0 });
  });

  it.runIf(hasMutool)('gives mutool the same characters', async () => {
    const { stdout } = await ask('mutool', ['draw', '-q', '-F', 'txt'], bytes);
    const all = model.shown.flatMap(({ glyphs }) => glyphs.map((glyph) => glyph.text)).join('');
    expect(sorted(stdout)).toBe(sorted(all));
  });

  it('breaks no rule and says the same in the compact layout', async () => {
    const compact = await readModel(await render(html, 'compact'));
    expect(broken(compact)).toEqual({});
    expect(announcedTables(compact)).toEqual(announcedTables(model));
  });
});

function sorted(text: string): string {
  return Array.from(text.replace(/\s/gu, '')).sort().join('');
}

async function ask(program: string, args: readonly string[], bytes: Uint8Array) {
  const folder = await mkdtemp(join(tmpdir(), 'nianbao-pdf-'));
  const file = join(folder, 'report.pdf');
  await writeFile(file, bytes);
  const { status, stdout } = spawnSync(program, [...args, file], { encoding: 'utf8' });
  await rm(folder, { recursive: true });
  return { status, stdout };
}

const name = (text: string) => PDFName.of(text);

function elementsIn(pdf: PDFDocument, type: string): PDFDict[] {
  const all = pdf.context.enumerateIndirectObjects().map(([, object]) => object);
  return all.filter((one) => one instanceof PDFDict && one.get(name('S')) === name(type)) as PDFDict[];
}

function first(pdf: PDFDocument, type: string): PDFDict {
  return elementsIn(pdf, type)[0]!;
}

function root(pdf: PDFDocument): PDFDict {
  return pdf.catalog.lookup(name('StructTreeRoot'), PDFDict);
}

function rewritePage(pdf: PDFDocument, change: (text: string) => string): void {
  const page = pdf.getPages()[0]!.node;
  const stream = page.lookup(name('Contents')) as PDFRawStream;
  const text = Buffer.from(inflate(stream)).toString('latin1');
  page.set(name('Contents'), pdf.context.register(pdf.context.flateStream(change(text))));
}

function inflate(stream: PDFRawStream): Buffer {
  return inflateSync(stream.contents);
}

function fontIn(pdf: PDFDocument, subtype: string): PDFDict {
  const all = pdf.context.enumerateIndirectObjects().map(([, object]) => object);
  return all.find((one) => one instanceof PDFDict && one.get(name('Subtype')) === name(subtype)) as PDFDict;
}

const everything = `<!doctype html><html lang="zh-CN"><head><meta charset="utf-8"><title>样本</title>
<style>body { font: 16pt "Nianbao Song" } th, td { border: 1pt solid }</style></head><body>
<h1>样本</h1><h2>一</h2><p>正文，<strong>重点</strong>，见<a href="https://example.org/">网站</a>。</p><ul><li>项</li></ul>
<p><img alt="方块" src="data:image/svg+xml,${encodeURIComponent(drawing)}"></p>
<table><caption>表</caption><thead><tr><th scope="col">甲</th><th scope="col">乙</th></tr></thead>
<tbody><tr><td>1</td><td>2</td></tr><tr><td>3</td><td>4</td></tr></tbody></table></body></html>`;

/** What is done to a good document, and which rules must find it. */
const damages: readonly (readonly [what: string, rules: readonly string[], damage: (pdf: PDFDocument) => void])[] = [
  ['the metadata are gone', ['5-1', '7.1-8', '7.1-9'], (pdf) => void pdf.catalog.delete(name('Metadata'))],
  ['a border is content', ['7.1-3'], (pdf) => rewritePage(pdf, (text) => text.replace('/Artifact BMC', '/P BMC'))],
  [
    'a tagged text is an artifact',
    ['7.1-2'],
    (pdf) =>
      rewritePage(pdf, (text) =>
        text.replace(/(\/\w+ <<\/MCID)/u, '/Artifact BMC $1').replace(/EMC(?![^]*EMC)/u, 'EMC EMC'),
      ),
  ],
  [
    'an artifact stands in a text',
    ['7.1-1'],
    (pdf) =>
      rewritePage(pdf, (text) =>
        text.replace(/(\/MCID \d+\s*>>\s*BDC)/u, '$1 /Artifact BMC').replace('EMC', 'EMC EMC'),
      ),
  ],
  [
    'a mark has no owner',
    ['7.1-3'],
    (pdf) => {
      const owners = root(pdf).lookup(name('ParentTree'), PDFDict).lookup(name('Nums'), PDFArray).lookup(1, PDFArray);
      for (let mcid = 0; mcid < owners.size(); mcid += 1) owners.set(mcid, pdf.context.obj(null));
    },
  ],
  [
    'the tags are suspect',
    ['7.1-4'],
    (pdf) => pdf.catalog.lookup(name('MarkInfo'), PDFDict).set(name('Suspects'), pdf.context.obj(true)),
  ],
  ['a type is unknown', ['7.1-5'], (pdf) => first(pdf, 'P').set(name('S'), name('Absatz'))],
  ['emphasis is mapped to nothing', ['7.1-5'], (pdf) => void root(pdf).delete(name('RoleMap'))],
  ['the title is not displayed', ['7.1-10'], (pdf) => void pdf.catalog.delete(name('ViewerPreferences'))],
  ['there is no language', ['7.2-2', '7.2-24', '7.2-29', '7.2-33'], (pdf) => void pdf.catalog.delete(name('Lang'))],
  ['a row holds a paragraph', ['7.2-10'], (pdf) => first(pdf, 'TD').set(name('S'), name('P'))],
  ['a cell is gone', ['7.2-15'], (pdf) => first(pdf, 'TR').lookup(name('K'), PDFArray).remove(0)],
  [
    'a cell spans too much',
    ['7.2-15'],
    (pdf) => first(pdf, 'TD').set(name('A'), pdf.context.obj({ O: 'Table', ColSpan: 2 })),
  ],
  [
    'a caption stands in the middle',
    ['7.2-3'],
    (pdf) => moveFirstToMiddle(first(pdf, 'Table').lookup(name('K'), PDFArray)),
  ],
  ['an item holds no body', ['7.2-20'], (pdf) => first(pdf, 'LBody').set(name('S'), name('P'))],
  ['a figure says nothing', ['7.3-1'], (pdf) => void first(pdf, 'Figure').delete(name('Alt'))],
  ['a heading skips a level', ['7.4.2-1'], (pdf) => first(pdf, 'H2').set(name('S'), name('H3'))],
  [
    'heads have neither scope nor cells that name them',
    ['7.5-1'],
    (pdf) => [...elementsIn(pdf, 'TH'), ...elementsIn(pdf, 'TD')].forEach((cell) => cell.delete(name('A'))),
  ],
  [
    'two elements have one id',
    ['7.9-2'],
    (pdf) => elementsIn(pdf, 'TH').forEach((head) => head.set(name('ID'), PDFString.of('x'))),
  ],
  ['tabs go in no order', ['7.18.3-1'], (pdf) => void pdf.getPages()[0]!.node.delete(name('Tabs'))],
  ['a link is no link', ['7.18.5-1'], (pdf) => first(pdf, 'Link').set(name('S'), name('Span'))],
  [
    'a link says nothing',
    ['7.18.5-2'],
    (pdf) => void pdf.getPages()[0]!.node.lookup(name('Annots'), PDFArray).lookup(0, PDFDict).delete(name('Contents')),
  ],
  [
    'glyphs have other widths',
    ['7.21.5-1'],
    (pdf) => fontIn(pdf, 'CIDFontType2').lookup(name('W'), PDFArray).lookup(1, PDFArray).set(1, PDFNumber.of(5)),
  ],
  ['a font has no texts', ['7.21.7-2'], (pdf) => void fontIn(pdf, 'Type0').delete(name('ToUnicode'))],
  [
    'a font is not embedded',
    ['7.21.4.1-1'],
    (pdf) => void fontIn(pdf, 'CIDFontType2').lookup(name('FontDescriptor'), PDFDict).delete(name('FontFile2')),
  ],
  [
    'a missing character is shown',
    ['7.21.8-1'],
    (pdf) => rewritePage(pdf, (text) => text.replace(/<[\dA-F]{4}> Tj/u, '<0000> Tj')),
  ],
];

function moveFirstToMiddle(kids: PDFArray): void {
  const moved = kids.get(0);
  kids.remove(0);
  kids.insert(1, moved);
}

describe('the rules', () => {
  let bytes: Uint8Array;
  beforeAll(async () => {
    bytes = await render(everything);
  });

  it('are as many as the profile has, and one of our own', () => {
    const ids = rules.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids).toHaveLength(92);
  });

  it('find nothing in a document that has everything', async () => {
    expect(broken(await readModel(bytes))).toEqual({});
  });

  it.each(damages)('find that %s', async (_, expected, damage) => {
    const pdf = await PDFDocument.load(bytes, { updateMetadata: false });
    damage(pdf);
    const found = Object.keys(broken(await readModel(await pdf.save({ useObjectStreams: false }))));
    expect(found).toEqual(expect.arrayContaining([...expected]));
  });
});
