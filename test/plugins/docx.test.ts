import { strFromU8, unzipSync } from 'fflate';
import * as fc from 'fast-check';
import type { PrintableDocument } from 'nianbao/plugin-api';
import { beforeAll, describe, expect, it } from 'vitest';
import { renderDocx } from '../../plugins/docx/text-document.ts';
import { anyDocument, cityReport, hostileDocument } from './documents.ts';

const fonts = { titleFont: '宋体', headingFont: '黑体', subheadingFont: '楷体', bodyFont: '仿宋' };

async function partsOf(document: PrintableDocument): Promise<Record<string, string>> {
  const files = unzipSync(await renderDocx(document, fonts));
  return Object.fromEntries(Object.entries(files).map(([name, content]) => [name, strFromU8(content)]));
}

function count(text: string | undefined, pattern: RegExp): number {
  return text?.match(pattern)?.length ?? 0;
}

describe('the text document of a report', () => {
  let parts: Record<string, string>;
  let body: string;

  beforeAll(async () => {
    parts = await partsOf(cityReport);
    body = parts['word/document.xml'] ?? '';
  });

  it('is A4 with the margins of GB/T 9704, in Chinese, with page numbers on the outer edges', () => {
    expect(body).toMatch(/<w:pgSz w:w="11906" w:h="16838"/u);
    expect(body).toMatch(/<w:pgMar w:top="2098" w:right="1474" w:bottom="1984" w:left="1587"/u);
    expect(parts['word/styles.xml']).toContain('<w:lang w:val="zh-CN" w:eastAsia="zh-CN"/>');
    expect(parts['word/settings.xml']).toContain('<w:evenAndOddHeaders/>');
    const footers = Object.entries(parts).filter(([name]) => /footer\d/u.test(name) && !name.includes('rels'));
    const sides = footers.map(([, footer]) => /<w:jc w:val="(\w+)"/u.exec(footer)?.[1]);
    expect(new Set(sides)).toEqual(new Set(['left', 'right']));
  });

  it('has real headings, one title, and headings inside their paragraphs', () => {
    expect(count(body, /<w:pStyle w:val="Title"\/>/gu)).toBe(1);
    expect(count(body, /<w:pStyle w:val="Heading1"\/>/gu)).toBe(6);
    expect(count(body, /<w:rStyle w:val="RunInHeading2"\/>/gu)).toBe(5);
  });

  it('has tables with marked head rows and merged cells, and no figure broken into two lines', () => {
    expect(count(body, /<w:tbl>/gu)).toBe(6);
    expect(count(body, /<w:tblHeader\/>/gu)).toBe(4 + 3 + 3);
    expect(body).toContain('<w:vMerge w:val="restart"/>');
    expect(body).toContain('<w:gridSpan w:val="7"/>');
  });

  it('says whose it is and of when, not when it was made', () => {
    expect(parts['docProps/core.xml']).toContain('<dc:creator>北关区工信局</dc:creator>');
    expect(parts['docProps/core.xml']).toMatch(/<dcterms:modified[^>]*>2025-01-20T17:30:00Z</u);
  });
});

describe('any document', () => {
  it('holds no character that XML can not, and no tag of its own', async () => {
    const parts = await partsOf(hostileDocument);
    expect(parts['word/document.xml']).not.toMatch(/<script|\u200b|\u202e/u);
    await fc.assert(
      fc.asyncProperty(anyDocument, async (document) => {
        // oxlint-disable-next-line no-control-regex
        expect((await partsOf(document))['word/document.xml']).not.toMatch(/[\u0000-\u0008\u000b-\u001f\ufffe\uffff]/u);
      }),
      { numRuns: 20 },
    );
  });
});
