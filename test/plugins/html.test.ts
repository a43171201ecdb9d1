import * as fc from 'fast-check';
import { leafPaths, type PrintableDocument, type TableBlock } from 'nianbao/plugin-api';
import { describe, expect, it } from 'vitest';
import type { HtmlOptions } from '../../plugins/html/options.ts';
import { renderPage } from '../../plugins/html/page.ts';
import { anyTable, cityReport, documentOf, heading, hostileDocument, paragraph, table } from './documents.ts';
import { htmlDefaults } from './html-options.ts';
import { findAll, layOut, named, readHtml, textOf, type Element } from './html-reader.ts';

function render(document: PrintableDocument, options: Partial<HtmlOptions> = {}): string {
  return renderPage(document, { ...htmlDefaults, ...options });
}

function read(document: PrintableDocument, options: Partial<HtmlOptions> = {}): Element {
  return readHtml(render(document, options));
}

function tablesOf(document: PrintableDocument): TableBlock[] {
  return document.blocks.filter((block) => block.type === 'table');
}

function visible(text: string): string {
  return text.replace(/(?![\u200c\u200d\s])[\p{Cc}\p{Cf}\p{Cs}\p{Noncharacter_Code_Point}]|\ufeff/gu, '');
}

/** The text of every figure of a table with the labels that its headers lead to. */
function figuresOf(element: Element) {
  const labels = new Map(named(element, 'th').map((head) => [head.attributes['id'], textOf(head)]));
  const bodies = named(element, 'tbody').flatMap((body) => named(body, 'tr'));
  return bodies.map((row) =>
    named(row, 'td').map((cell) => ({
      text: textOf(cell),
      heads: (cell.attributes['headers'] ?? '')
        .split(' ')
        .filter(Boolean)
        .map((id) => labels.get(id)),
    })),
  );
}

function expectedFigures({ rows, columns, cells }: TableBlock) {
  const [rowPaths, columnPaths] = [leafPaths(rows), leafPaths(columns)];
  return cells.map((line, i) =>
    line.map(({ state, text }, j) => ({
      text: state === 'empty' ? '空' : visible(text),
      heads: [...(rowPaths[i] ?? []), ...(columnPaths[j] ?? [])].filter((label) => label !== '').map(visible),
    })),
  );
}

function regions(page: Element): Element[] {
  return findAll(page, ({ attributes }) => attributes['class'] === 'scroll');
}

describe('the page', () => {
  const page = read(cityReport);

  it('says in its head what it is', () => {
    expect(render(cityReport)).toMatch(/^<!doctype html>\n<html lang="zh-CN">\n<head>\n<meta charset="utf-8">/);
    expect(named(page, 'title').map(textOf)).toEqual([cityReport.title]);
    const metas = named(page, 'meta').map(({ attributes }) => [attributes['name'], attributes['content']]);
    expect(metas).toContainEqual(['author', '北关区工信局']);
    expect(metas).toContainEqual(['description', '政府信息公开工作年度报告']);
  });

  it('needs nothing from outside and runs nothing', () => {
    for (const document of [cityReport, hostileDocument]) {
      const all = read(document);
      expect(named(all, 'script', 'link', 'iframe', 'object', 'base')).toEqual([]);
      expect(named(all, 'style').map(textOf).join('')).not.toMatch(/@import|url\(|<|https?:/);
      expect(
        findAll(all, ({ attributes }) => Object.keys(attributes).some((name) => /^(on|style)/.test(name))),
      ).toEqual([]);
    }
  });

  it('has one h1, an h2 for each chapter and skips no level', () => {
    expect(named(page, 'h1').map(textOf)).toEqual([cityReport.title]);
    expect(named(page, 'h2')).toHaveLength(6);
    const skipping = documentOf([
      heading(4, '甲', 'a'),
      heading(2, '乙', 'b'),
      heading(4, '丙', 'c'),
      heading(1, '丁', 'd'),
    ]);
    expect(named(read(skipping), 'h1', 'h2', 'h3', 'h4').map(({ name }) => name)).toEqual([
      'h1',
      'h2',
      'h2',
      'h3',
      'h2',
    ]);
  });

  it('takes a heading of level 1 at the beginning for the title', () => {
    const titled = documentOf([heading(1, '题', 'own'), paragraph('文')]);
    expect(named(read(titled), 'h1').map(textOf)).toEqual(['题']);
  });

  it('keeps a run-in heading a heading, beside its paragraph', () => {
    const groups = findAll(page, ({ attributes }) => attributes['class'] === 'run-in');
    expect(groups).toHaveLength(5);
    for (const { children } of groups) {
      expect(children.map((child) => (typeof child === 'string' ? child : child.name))).toEqual(['h3', 'div']);
    }
  });

  it('gives every id once', () => {
    for (const document of [cityReport, hostileDocument]) {
      const ids = findAll(read(document), ({ attributes }) => 'id' in attributes).map(
        ({ attributes }) => attributes['id'],
      );
      expect(new Set(ids).size).toBe(ids.length);
    }
  });

  it('avoids elements that a tagged PDF can not say', () => {
    expect(named(page, 'dl', 'abbr', 'strong', 'em', 'figure', 'a')).toEqual([]);
  });

  it('shows hostile text as text', () => {
    const hostile = read(hostileDocument);
    const shown = `<script>alert("1")</script> & 'quoted' "quoted" ab evil</td>`;
    expect([...named(hostile, 'h2', 'h3', 'title'), ...named(hostile, 'th')].map(textOf)).toEqual(Array(7).fill(shown));
    expect(named(hostile, 'img').map(({ attributes }) => attributes['alt'])).toEqual([shown]);
    expect(named(hostile, 'html')[0]?.attributes['lang']).toBe('zh-CN"><script>');
  });
});

describe('tables', () => {
  it('lead from every figure to its whole row path and column path', () => {
    const drawn = named(read(cityReport), 'table').map(figuresOf);
    expect(drawn).toEqual(tablesOf(cityReport).map(expectedFigures));
  });

  it('do so and fill their grid for any heads', () => {
    fc.assert(
      fc.property(anyTable, (block) => {
        const [drawn] = named(read(documentOf([block])), 'table');
        if (!drawn) throw new Error('no table');
        layOut(drawn);
        const cells = figuresOf(drawn).map((row, index) => row.slice(row.length - (block.cells[index]?.length ?? 0)));
        expect(cells).toEqual(expectedFigures(block));
      }),
    );
  });

  it('give every head the scope of what it covers', () => {
    const covered = named(read(cityReport), 'th').map(({ attributes: { scope, colspan, rowspan } }) => ({
      scope,
      covers: Number((scope?.startsWith('row') ? rowspan : colspan) ?? 1) > 1 ? 'several' : 'one',
    }));
    const kinds = new Set(covered.map(({ scope, covers }) => `${scope} of ${covers}`));
    expect([...kinds].toSorted()).toEqual(['col of one', 'colgroup of several', 'row of one', 'rowgroup of several']);
  });

  it('have no row head where the only row has none', () => {
    const disputes = named(read(cityReport), 'table').at(-1);
    expect(disputes && named(disputes, 'tbody').flatMap((body) => named(body, 'th'))).toEqual([]);
    expect(disputes && layOut(disputes)[0]).toHaveLength(15);
  });

  it('say the caption and the unit, unless a head does', () => {
    const captions = named(read(cityReport), 'caption').map(textOf);
    expect(captions.slice(2, 5)).toEqual([
      '第二十条第（六）项 单位：件',
      '第二十条第（八）项',
      '收到和处理政府信息公开申请情况 单位：件',
    ]);
  });

  it('tell empty cells, nil marks and zero apart', () => {
    const [first] = named(read(cityReport), 'table');
    expect(first && figuresOf(first)[1]?.map(({ text }) => text)).toEqual(['空', '/', '422']);
    const english = documentOf([table({ id: 't', columns: ['a'], rows: ['b'], values: [['']] })], { language: 'en' });
    expect(named(read(english), 'td').map(textOf)).toContain('empty');
  });

  it('carry their notes', () => {
    const noted = table({ id: 't', columns: ['a'], rows: ['b'], values: [[1]], notes: ['说明'] });
    const page = read(documentOf([noted]));
    expect(named(page, 'table')[0]?.attributes['aria-describedby']).toBe('t__notes');
    expect(findAll(page, ({ attributes }) => attributes['id'] === 't__notes').map(textOf)).toEqual(['\n注：说明\n']);
  });

  it('adjoin when narrow ones follow each other', () => {
    const stacks = findAll(read(cityReport), ({ attributes }) => attributes['class'] === 'tables stack');
    expect(stacks.map((stack) => named(stack, 'table').length)).toEqual([4]);
  });
});

describe('options', () => {
  it('let wide tables scroll with the keyboard on the screen only', () => {
    const boxes = regions(read(cityReport)).map(({ attributes }) => attributes);
    expect(boxes.map((box) => box['tabindex'])).toEqual(['0', '0']);
    expect(boxes.map((box) => box['aria-labelledby'])).toEqual(['applications__caption', 'disputes__caption']);
    expect(regions(read(cityReport, { purpose: 'print' }))).toEqual([]);
  });

  it('give print the official look only', () => {
    const html = render(cityReport, { purpose: 'print' });
    expect(html).toContain('"Nianbao Song"');
    expect(html).not.toMatch(/@media|tabindex|byline"/);
  });

  it('cut a fragment that styles and names nothing but itself', () => {
    const root = read(cityReport, { fragment: true, idPrefix: 'r1-' });
    const article = root.children.find((child) => typeof child !== 'string');
    expect(root.children.map((child) => (typeof child === 'string' ? child.trim() : child.name))).toEqual([
      'article',
      '',
    ]);
    expect(article?.children.flatMap((child) => (typeof child === 'string' ? [] : child.name))[0]).toBe('style');
    const ids = findAll(root, ({ attributes }) => 'id' in attributes).map(({ attributes }) => attributes['id']);
    expect(ids.filter((id) => !id?.startsWith('r1-'))).toEqual([]);
    const selectors = named(root, 'style')
      .map(textOf)
      .join('')
      .replace(/:is\([^)]*\)|:not\([^)]*\)/g, '')
      .replace(/\{[^{}]*\}/g, '\n')
      .split(/[\n,]/);
    expect(selectors.map((line) => line.trim()).filter((line) => !/^(\.nianbao|@media|\}|\)|$)/.test(line))).toEqual(
      [],
    );
  });
});
