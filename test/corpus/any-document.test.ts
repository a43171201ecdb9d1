import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { NianbaoError } from '#errors/nianbao-error.ts';
import { forms } from '#forms/index.ts';
import { readDocument } from '#importers/read-document.ts';
import { entriesOf } from '#reports/figures.ts';
import { corpusReport } from './corpus-report.ts';
import { layOut } from './layout.ts';
import { writeDocx } from './writers/write-docx.ts';
import { portalPage, writeHtml } from './writers/write-html.ts';
import { writePdf } from './writers/write-pdf.ts';
import { writeJson, writeMarkdown, writeSeparated, writeText } from './writers/write-text.ts';
import { writeXlsx } from './writers/write-xlsx.ts';

const anyReport = fc
  .tuple(fc.constantFrom(...forms), fc.nat({ max: 100_000 }))
  .map(([form, seed]) => corpusReport(form, seed));

/** Figures by path, or the error that the document is refused with; anything else that is thrown is a fault. */
async function outcomeOf(document: Uint8Array | string): Promise<unknown> {
  try {
    return Object.fromEntries(entriesOf((await readDocument(document)).figures));
  } catch (error) {
    if (error instanceof NianbaoError && error.code !== 'INTERNAL') return error;
    throw error;
  }
}

describe('any report', () => {
  it('comes out of a PDF as it went in, wherever its pages end and however its lines are drawn', async () => {
    const borders = fc.constantFrom('strokes' as const, 'rectangles' as const);
    const property = fc.asyncProperty(
      anyReport,
      borders,
      fc.integer({ min: 480, max: 900 }),
      async (report, kind, height) => {
        const document = writePdf(layOut(report), { borders: kind, height, pageNumbers: true });
        expect(await outcomeOf(document)).toEqual(Object.fromEntries(report.figures));
      },
    );
    await fc.assert(property, { numRuns: 12 });
  });
});

const report = corpusReport(forms[0]!, 4);
const whole = Object.fromEntries(report.figures);
const blocks = layOut(report);
const encode = (text: string) => new TextEncoder().encode(text);

describe.each([
  ['html', encode(writeHtml(blocks, portalPage))],
  ['docx', writeDocx(blocks)],
  ['xlsx', writeXlsx(blocks)],
  ['pdf', writePdf(blocks, { pageNumbers: true })],
  ['text', encode(writeText(blocks))],
  ['markdown', encode(writeMarkdown(blocks))],
  ['csv', encode(writeSeparated(blocks))],
  ['json', encode(writeJson(blocks))],
])('a document that lost its end: %s', (_, document) => {
  it('is refused, or read without a wrong figure', async () => {
    const property = fc.asyncProperty(fc.nat({ max: document.length }), async (length) => {
      const outcome = await outcomeOf(document.subarray(0, length));
      expect(outcome instanceof NianbaoError ? whole : outcome).toEqual(whole);
    });
    await fc.assert(property, { numRuns: 20 });
  });
});

describe('random bytes', () => {
  it.each(['', '%PDF-1.7\n', 'PK\u0003\u0004', '<html>', '{"a":', '# 一\n\n|-|-|\n'])(
    'are refused with a code when they begin with “%s”',
    async (start) => {
      const bytes = fc.uint8Array({ maxLength: 3000 });
      const property = fc.asyncProperty(bytes, async (random) => {
        const outcome = await outcomeOf(new Uint8Array([...Buffer.from(start, 'latin1'), ...random]));
        expect(outcome).toBeInstanceOf(NianbaoError);
      });
      await fc.assert(property, { numRuns: 25 });
    },
  );
});
