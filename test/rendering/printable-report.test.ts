import { describe, expect, it } from 'vitest';
import { readDocument } from '#importers/read-document.ts';
import type { HeaderNode, PrintableDocument, TableBlock } from '#plugin-api/document.ts';
import { forms } from '#forms/index.ts';
import { printableReport, type PrintableSource } from '#rendering/printable-report.ts';
import { readSample } from '../gateway/read-sample.ts';

const draft = await readDocument(Buffer.from(await readSample()));
const report: PrintableSource = {
  ...draft,
  organization: { name: draft.organization },
  updatedAt: new Date('2025-01-20T00:00:00Z'),
};

function tablesOf({ blocks }: PrintableDocument): TableBlock[] {
  return blocks.filter((block) => block.type === 'table');
}

function labelsOf(nodes: readonly HeaderNode[]): string[] {
  return nodes.flatMap(({ label, children }) => [label, ...labelsOf(children)]);
}

/** The sample with one total that is not the sum of its row. */
function withWrongTotal(): PrintableSource {
  const { applications, ...others } = report.figures as { applications: { received: object } };
  const received = { ...applications.received, total: 999 };
  return { ...report, figures: { ...others, applications: { ...applications, received } } };
}

describe('a report in English', () => {
  const chinese = printableReport(report);
  const english = printableReport(report, { locale: 'en' });

  it('has the labels of the form in English, and the same figures', () => {
    const said = tablesOf(english).flatMap(({ caption, corner, unit, columns, rows, totals }) => [
      caption,
      corner,
      unit,
      ...totals.map(({ label }) => label),
      ...labelsOf([...columns, ...rows]),
    ]);
    expect(said.join('\n')).not.toMatch(/\p{Script=Han}/u);
    expect(said).toContain('3.3.4 Protects the lawful rights of third parties');
    expect(english.blocks).toContainEqual(expect.objectContaining({ type: 'heading', text: '1. Overview' }));
    expect(tablesOf(english).map(({ cells }) => cells)).toEqual(tablesOf(chinese).map(({ cells }) => cells));
  });

  it('keeps text as it was written and says in which language that is', () => {
    const texts = ({ blocks }: PrintableDocument) => blocks.filter((block) => block.type === 'paragraph');
    expect(texts(english).map(({ text }) => text)).toEqual(texts(chinese).map(({ text }) => text));
    expect(new Set(texts(english).map(({ language }) => language))).toEqual(new Set(['zh-CN']));
    expect(english).toMatchObject({ language: 'en', title: report.title, metadata: { language: 'zh-CN' } });
    expect(english.metadata.subject).toBe('Annual report on government information disclosure, 2024');
    expect(JSON.stringify(chinese)).not.toContain('"language":"zh-CN","text"');
  });

  it('names every kind of sum that a form has', () => {
    const codes = new Set(forms.flatMap(({ equations }) => equations.map(({ code }) => code)));
    const labels = tablesOf(english).flatMap(({ totals }) => totals.map(({ label }) => label));
    expect(labels.filter((label) => codes.has(label))).toEqual([]);
    expect(labels.length).toBe(4);
  });
});

describe('the findings of a report', () => {
  it('are not there unless they are asked for, and empty when all is in order', () => {
    expect(printableReport(report)).not.toHaveProperty('findings');
    expect(printableReport(report, { checks: true }).findings).toEqual([]);
  });

  it('name the cells, in the language of the document', () => {
    const [row, column] = printableReport(withWrongTotal(), { checks: true }).findings ?? [];
    expect(row).toMatchObject({
      id: 'finding-1',
      severity: 'error',
      text: expect.stringMatching(/^“一、本年新收.+999。$/u),
    });
    expect(row?.paths).toHaveLength(7);
    expect(row?.shownAt).toEqual(['applications.received.total']);
    expect(column?.text).toMatch(/^“申请人情况 › 总计”一列/u);
    const english = printableReport(withWrongTotal(), { checks: true, locale: 'en' }).findings ?? [];
    expect(english[0]?.text).toMatch(
      /^Row “1\. Applications received this year”: the applicants add up to \d+, but the total says 999\.$/u,
    );
    expect(english[1]?.text).toMatch(/^Column “Applicants › Total”/u);
  });

  it('are those that are stored with the report, where it is stored', () => {
    const violation = { code: 'EMPTY_CHAPTER', severity: 'WARNING', paths: [], expected: null, actual: null } as const;
    const checks = { passed: true, violations: [{ ...violation, parameters: { place: '一、总体情况' } }] };
    const { findings } = printableReport({ ...report, checks }, { checks: true, locale: 'en' });
    expect(findings).toEqual([
      { id: 'finding-1', severity: 'warning', text: expect.stringContaining('“1. Overview”'), paths: [], shownAt: [] },
    ]);
  });
});
