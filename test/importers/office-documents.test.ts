import { strToU8, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { national2021 } from '#forms/national/2021.ts';
import type { FormTable } from '#forms/form.ts';
import { readDocument } from '#importers/read-document.ts';
import { entriesOf } from '#reports/figures.ts';

const title = '样板区住建局2023年政府信息公开工作年度报告';
const numbers = new Map([...national2021.cells.keys()].map((path, index) => [path, index]));

function figure(path: string): string {
  return path.endsWith('.fees') ? '72701.2578' : String(numbers.get(path) ?? 0);
}

const figures = Object.fromEntries(
  [...numbers].map(([path, number]) => [path, path.endsWith('.fees') ? '72701.2578' : number]),
);

/** A table as agencies write it: the deepest heads of rows only, all heads of columns, one line of them. */
function rowsOf(table: FormTable): string[][] {
  const heads = table.columns.map(({ labels }) => labels.join(''));
  const labelled = table.rows.some(({ labels }) => labels.length > 0);
  const rows = table.cells.map((cells) => cells.map(({ path }) => figure(path)));
  if (!labelled) return [heads, ...rows];
  return [['项目', ...heads], ...rows.map((row, index) => [table.rows[index]?.labels.at(-1) ?? '', ...row])];
}

type Writer = (rows: readonly (readonly string[])[]) => string;

function write(paragraph: (text: string) => string, table: Writer, skip = ''): string {
  const chapters = national2021.chapters.map((chapter) => {
    const tables = national2021.tables.filter((one) => one.chapter === chapter && one.id !== skip);
    const text = chapter.kind === 'narrative' ? [paragraph(`本章说明“${chapter.title}”。`)] : [];
    return [paragraph(`${chapter.number}、${chapter.title}`), ...text, ...tables.map((one) => table(rowsOf(one)))].join(
      '',
    );
  });
  return paragraph(title) + chapters.join('');
}

const html = (skip?: string) =>
  `<html><body><div class="menu"><a>首页</a></div><div>${write(
    (text) => `<p>${text}</p>`,
    (rows) =>
      `<table>${rows.map((row) => `<tr>${row.map((cell) => `<td><p>${cell}</p></td>`).join('')}</tr>`).join('')}</table>`,
    skip,
  )}</div></body></html>`;

function word(change: (xml: string) => string = (xml) => xml): Uint8Array {
  const body = write(
    (text) => `<w:p><w:r><w:t>${text}</w:t></w:r></w:p>`,
    (rows) => {
      const cell = (text: string) => `<w:tc><w:p><w:r><w:t>${text}</w:t></w:r></w:p></w:tc>`;
      return `<w:tbl>${rows.map((row) => `<w:tr>${row.map(cell).join('')}</w:tr>`).join('')}</w:tbl>`;
    },
  );
  const namespace = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
  const xml = `<w:document xmlns:w="${namespace}"><w:body>${change(body)}</w:body></w:document>`;
  return zipSync({ 'word/document.xml': strToU8(xml) });
}

async function figuresOf(document: string | Uint8Array): Promise<unknown> {
  return Object.fromEntries(entriesOf((await readDocument(document)).figures));
}

describe('documents that others made', () => {
  it('give every figure its cell by its words, in HTML without any headings', async () => {
    expect(await figuresOf(html())).toEqual(figures);
    expect(await readDocument(html())).toMatchObject({ organization: '样板区住建局', year: 2023, title });
  });

  it('may have their rows and columns in another order', async () => {
    const swapped = html().replace(/<table>((?:(?!<\/table>)[\s\S])*)<\/table>/gu, (_, rows: string) => {
      const [heads = '', ...others] = rows.split('</tr>').filter((row) => row !== '');
      const turned = [heads, ...others.toReversed()].map((row) => {
        const [first = '', ...cells] = row
          .replace('<tr>', '')
          .split('</td>')
          .filter((cell) => cell !== '');
        const order = rows.includes('结果维持') ? [first, ...cells].toReversed() : [first, ...cells.toReversed()];
        return `<tr>${order.map((cell) => `${cell}</td>`).join('')}</tr>`;
      });
      return `<table>${turned.join('')}</table>`;
    });
    expect(swapped).not.toBe(html());
    expect(await figuresOf(swapped)).toEqual(figures);
  });

  it('are read as they stand in Word, without what was deleted or hidden', async () => {
    expect(await figuresOf(word())).toEqual(figures);
    const changed = word((xml) =>
      xml
        .replace('<w:p>', '<w:p><w:del><w:r><w:delText>旧</w:delText></w:r></w:del>')
        .replace('<w:t>本章', '<w:rPr><w:vanish/></w:rPr><w:t>草稿</w:t></w:r><w:r><w:t>本章'),
    );
    expect(await readDocument(changed)).toMatchObject({ title, narratives: { overview: '本章说明“总体情况”。' } });
  });

  it.each([
    ['a table that is not there', html('article20item5'), 'TABLE_MISSING'],
    ['a row that is not there', html().replace(/<tr><td><p>2\.重复申请[\s\S]*?<\/tr>/u, ''), 'TABLE_INCOMPLETE'],
    ['a column of another name', html().replaceAll('商业企业', '各类企业'), 'COLUMN_MISSING'],
    ['a cell that is not there', html().replace(/(<p>2\.重复申请<\/p><\/td>)<td>.*?<\/td>/u, '$1'), 'ROW_UNREADABLE'],
    ['text in a cell', html().replace(/(<p>2\.重复申请<\/p><\/td><td><p>)\d+/u, '$1约三十'), 'CELL_UNREADABLE'],
    [
      'a page that was cut inside the last table',
      html().slice(0, html().lastIndexOf('</td></tr></table>') - 5),
      'TABLE_INCOMPLETE',
    ],
  ])('are refused with the place: %s', async (_, document, code) => {
    const refusal: unknown = await readDocument(document).catch((error: unknown) => error);
    expect(refusal).toMatchObject({ name: 'NianbaoError', code, line: expect.any(Number) });
  });
});
