import type { Nodes, Root } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmFromMarkdown } from 'mdast-util-gfm';
import { toString } from 'mdast-util-to-string';
import { gfm } from 'micromark-extension-gfm';
import { describe, expect, it } from 'vitest';
import { renderMarkdown } from '../../plugins/markdown/markdown.ts';
import { cityReport, documentOf, heading, hostileDocument, paragraph, table } from './documents.ts';

function parse(markdown: string): Root {
  return fromMarkdown(markdown, { extensions: [gfm()], mdastExtensions: [gfmFromMarkdown()] });
}

function typesOf(node: Nodes): string[] {
  return [node.type, ...('children' in node ? node.children.flatMap(typesOf) : [])];
}

describe('the Markdown of a document', () => {
  const markdown = renderMarkdown(cityReport, { frontMatter: true });

  it('has headings, and tables whose heads are full paths', () => {
    expect(markdown).toContain('\n# 北关区工信局2024年政府信息公开工作年度报告\n\n## 一、总体情况\n');
    expect(markdown).toContain('| 申请人情况 · 法人或其他组织 · 商业企业 |');
    expect(markdown).toContain('\n| 三、本年度办理结果 · （三）不予公开 · 1.属于国家秘密 | / | / |');
    const tables = parse(markdown).children.filter((node) => node.type === 'table');
    expect(tables.map(({ children }) => children.length)).toEqual([3, 2, 3, 2, 26, 2]);
  });

  it('begins with YAML unless told not to', () => {
    expect(markdown).toMatch(/^---\ntitle: 北关区工信局2024年政府信息公开工作年度报告\nauthor: 北关区工信局\n/u);
    expect(renderMarkdown(cityReport, { frontMatter: false })).toMatch(/^# 北关区/u);
  });

  it.each([
    '1. 不是列表',
    '- 不是列表',
    '# 不是标题',
    '<b>不是标记</b> &amp; 引号"',
    '*不强调* _不强调_ ~~不划去~~ `不是代码`',
    '甲 | 乙',
    'https://example.org 与 a@example.org',
    '[x] 不是任务 [^1] ![图](x) [链接](y)',
    '***',
    '=1+1',
    '\\| 反斜杠 \\',
  ])('gives %s back as it was', (text) => {
    const cells = table({ id: 't', columns: ['数'], rows: [text], values: [[text]] });
    const document = documentOf([heading(3, text, 'a'), paragraph(text), cells]);
    const [, title, said, grid] = parse(renderMarkdown(document, { frontMatter: false })).children;
    expect([title, said].map((node) => toString(node))).toEqual([text, text]);
    expect(grid?.type === 'table' ? grid.children[1]?.children.map((node) => toString(node)) : []).toEqual([
      text,
      text,
    ]);
  });

  it('holds nothing but text, headings and tables, whatever stands in the document', () => {
    const known = new Set(['root', 'heading', 'paragraph', 'strong', 'text', 'table', 'tableRow', 'tableCell']);
    const types = typesOf(parse(renderMarkdown(hostileDocument, { frontMatter: false })));
    expect(types.filter((type) => !known.has(type))).toEqual([]);
    expect(renderMarkdown(hostileDocument, { frontMatter: false })).not.toMatch(/[\u200b\u202e]/u);
  });
});
