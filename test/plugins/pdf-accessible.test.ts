import { spawnSync } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inflateSync } from 'node:zlib';
import { PDFDict, PDFDocument, PDFName, type PDFRawStream } from '@cantoo/pdf-lib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createBrowserHost } from '#browser-host/browser-host.ts';
import { layouts } from '../../plugins/pdf/layouts.ts';
import { makeAccessible } from '../../plugins/pdf/accessible/index.ts';
import { withPageStyle } from '../../plugins/pdf/page-style.ts';
import { readAloud, type ReadAloud } from './read-aloud.ts';

const rows = 90;
const html = `<!doctype html><html lang="zh-CN"><head><meta charset="utf-8"><title>某局2024年报告 &amp; 附件</title>
<style>body { font: 16pt "Nianbao Song" } th, td { border: 1pt solid; background: #eee } thead { display: table-header-group }
tr { break-inside: avoid } a { text-decoration: none }</style></head><body><main>
<h1>某局2024年报告</h1>
<p>正文，<strong>重点</strong>，见<a href="https://example.org/x">网站</a>。</p>
<ul><li>第一项</li><li>第二项<a href="https://example.org/y">链接</a></li></ul>
<figure><figcaption>图的说明</figcaption></figure>
<table><caption>表一</caption><thead><tr><th id="a">事项名称</th><th id="b">办理数量</th></tr></thead><tbody>
${Array.from({ length: rows }, (_, row) => `<tr><th>第${row}行</th><td>${row === 5 ? '' : 1000 + row}</td></tr>`).join('\n')}
</tbody></table><p>正文完。</p></main></body></html>`;

const drawing = encodeURIComponent(
  '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><rect width="9" height="9"/></svg>',
);

const layout = layouts.official.page;
const hasQpdf = spawnSync('qpdf', ['--version']).status === 0;

/** Lines of a content stream that paint what is not marked, lines that are not artifacts, and artifacts within. */
function faultsOf(lines: readonly string[]): string[] {
  const open: string[] = [];
  const faults = lines.filter((line) => {
    if (/B[MD]C$/u.test(line)) open.push(line);
    const [isText, isPath] = [/(?:Tj|TJ|Do)$/u.test(line), /^(?:f|f\*|S|B)$/u.test(line)];
    const isInArtifact = open.some((begin) => begin.includes('/Artifact'));
    if (line === 'EMC') open.pop();
    return (isText && open.length === 0) || (isPath && !isInArtifact) || (isInArtifact && open.length > 1);
  });
  return [...faults, ...open];
}

function faultsIn(pdf: PDFDocument): string[] {
  const streams = pdf.getPages().map(({ node }) => node.lookup(PDFName.of('Contents')) as PDFRawStream);
  return streams.flatMap((stream) => faultsOf(inflateSync(stream.contents).toString('latin1').split('\n')));
}

describe('what Chromium printed, made PDF/UA-1', () => {
  const host = createBrowserHost({ log: () => {} });
  let printed: Uint8Array;
  let made: Uint8Array;
  let aloud: ReadAloud;
  let pdf: PDFDocument;
  beforeAll(async () => {
    printed = await host.print({ html: withPageStyle(html, layouts.official, true), layout });
    made = makeAccessible(printed).bytes;
    aloud = await readAloud(made);
    pdf = await PDFDocument.load(made, { updateMetadata: false });
  });
  afterAll(() => host.close());

  function dictionaries(type: string): PDFDict[] {
    const all = pdf.context.enumerateIndirectObjects().map(([, object]) => object);
    return all.filter(
      (one) => one instanceof PDFDict && one.lookup(PDFName.of('Type')) === PDFName.of(type),
    ) as PDFDict[];
  }

  const typesOf = (elements: readonly PDFDict[]) =>
    elements.map((element) => element.lookup(PDFName.of('S'), PDFName).decodeText());

  it('reads every text once, in the order of the page, heads of a table that goes on over pages too', async () => {
    const body = Array.from({ length: rows }, (_, row) => `第${row}行${row === 5 ? '' : 1000 + row}`).join('');
    // The browser draws a bullet; it is no text.
    const items = '第一项第二项链接';
    expect(aloud.heard).toBe(`某局2024年报告正文，重点，见网站。${items}图的说明表一事项名称办理数量${body}正文完。`);
    expect(aloud.unmarked).toBe('');
    expect((await readAloud(printed)).heard.split('事项名称').length).toBeGreaterThan(3);
  });

  it('marks repeated heads and page numbers as artifacts', () => {
    expect(aloud.artifacts.length).toBeGreaterThan(2);
    for (const [page, text] of aloud.artifacts.entries()) {
      expect(text).toContain(`-${page + 1}-`);
      expect(text.replace(`-${page + 1}-`, '')).toBe(page === 0 ? '' : '事项名称办理数量');
    }
  });

  it('paints nothing outside of marked content, and lines only as artifacts', async () => {
    expect(faultsIn(pdf)).toEqual([]);
    expect(faultsIn(await PDFDocument.load(printed))).not.toEqual([]);
  });

  it('gives lists a body, links a description, emphasis and figures types that PDF 1.7 knows', () => {
    const elements = dictionaries('StructElem');
    const types = typesOf(elements);
    expect(types.filter((type) => type === 'LBody')).toHaveLength(2);
    expect(types.filter((type) => type === 'LI')).toHaveLength(2);
    const roles = pdf.catalog.lookup(PDFName.of('StructTreeRoot'), PDFDict).lookup(PDFName.of('RoleMap'), PDFDict);
    expect(roles.toString()).toContain('/Strong /Span');
    const links = dictionaries('Annot');
    expect(links).toHaveLength(2);
    for (const link of links) expect(link.has(PDFName.of('Contents'))).toBe(true);
  });

  it('keeps a picture that is drawn of lines, with what it says', async () => {
    const page = html.replace('<h1>', () => `<p><img alt="方块" src="data:image/svg+xml,${drawing}"></p><h1>`);
    const { bytes, faults } = makeAccessible(await host.print({ html: page, layout }));
    const drawn = await PDFDocument.load(bytes, { updateMetadata: false });
    const figure = drawn.context.enumerateIndirectObjects().map(([, object]) => String(object));
    expect(figure.filter((object) => object.includes('/S /Figure'))).toEqual([
      expect.stringMatching(/\/Alt[^]*\/K \d/u),
    ]);
    expect(faultsIn(drawn)).toHaveLength(1);
    expect(faults).toEqual([]);
  });

  it('keeps the cell that holds nothing', () => {
    expect(typesOf(dictionaries('StructElem')).filter((type) => type === 'TD')).toHaveLength(rows);
    expect(aloud.silent).toContain('TD');
  });

  it('claims PDF/UA-1 with its title and language', () => {
    const stream = pdf.catalog.lookup(PDFName.of('Metadata')) as PDFRawStream;
    const xmp = Buffer.from(stream.contents).toString('utf8');
    expect(xmp).toContain('<pdfuaid:part>1</pdfuaid:part>');
    expect(xmp).toContain('某局2024年报告 &amp; 附件</rdf:li>');
    expect(pdf.getTitle()).toBe('某局2024年报告 & 附件');
  });

  it.each([
    ['a character that no font has', '<p>表情😀</p>', '7.21.8-1'],
    ['a picture that says nothing', `<p><img src="data:image/svg+xml,${drawing}"></p>`, '7.3-1'],
    ['headings that skip a level', '<h3>跳级</h3>', '7.4.2-1'],
    ['a table with a hole', '<table><tr><td>一<td>二<tr><td>三</table>', '7.2-15'],
  ])('claims nothing for %s, and says which rule is broken', async (_, more, rule) => {
    const page = html.replace('<h1>', () => `<h1>甲</h1>${more}<h1>`);
    const { bytes, faults } = makeAccessible(await host.print({ html: page, layout }));
    expect(faults).toEqual([rule]);
    const { catalog } = await PDFDocument.load(bytes, { updateMetadata: false });
    const xmp = Buffer.from((catalog.lookup(PDFName.of('Metadata')) as PDFRawStream).contents).toString('utf8');
    expect(xmp).not.toContain('pdfuaid:part');
    expect((await readAloud(bytes)).heard).toContain('正文完。');
  });

  it('is the same file each time, and a valid one', async () => {
    const again = await host.print({ html: withPageStyle(html, layouts.official, true), layout });
    expect(Buffer.from(makeAccessible(again).bytes).equals(made)).toBe(true);
  });

  it.runIf(hasQpdf)('is a file that qpdf finds nothing wrong with', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'nianbao-pdf-'));
    const file = join(folder, 'report.pdf');
    await writeFile(file, made);
    const { status, stdout } = spawnSync('qpdf', ['--check', file], { encoding: 'utf8' });
    await rm(folder, { recursive: true });
    expect({ status, stdout }).toMatchObject({ status: 0 });
  });

  it('is smaller than what was printed by more than half', () => {
    expect(made.byteLength).toBeLessThan(printed.byteLength / 2);
  });
});
