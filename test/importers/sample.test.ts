import { beforeAll, describe, expect, it } from 'vitest';
import { national2021 } from '#forms/national/2021.ts';
import { readTextDocument } from '#importers/read-text-document.ts';
import { entriesOf } from '#reports/figures.ts';
import { narrativeBlocks } from '#reports/narrative.ts';
import type { ReportDraft } from '#reports/report.ts';
import { readSample } from '../gateway/read-sample.ts';

describe('the published report of 北关区工信局 for 2024, as extracted from its PDF', () => {
  let draft: ReportDraft;

  beforeAll(async () => {
    draft = readTextDocument(await readSample());
  });

  it('tells whose it is and for which year', () => {
    expect(draft).toMatchObject({
      organization: '北关区工信局',
      year: 2024,
      form: '2021',
      title: '北关区工信局2024年政府信息公开工作年度报告',
    });
  });

  it('has all 10 + 175 + 15 figures, each of them zero and none of them blank', () => {
    const figures = [...entriesOf(draft.figures)];
    expect(figures.map(([path]) => path)).toEqual([...national2021.cells.keys()]);
    expect(new Set(figures.map(([, value]) => value))).toEqual(new Set([0, '0']));
    expect(draft.raws).toEqual({});
  });

  it('has its chapters, with the five sub-headings of chapter one', () => {
    expect(Object.keys(draft.narratives)).toEqual(['overview', 'problems', 'otherMatters']);
    const headings = narrativeBlocks(draft.narratives['overview'] ?? '').filter(({ level }) => level === 1);
    expect(headings.map(({ text }) => text)).toEqual([
      '（一）主动公开方面。',
      '（二）依申请公开方面。',
      '（三）政府信息管理方面。',
      '（四）平台建设方面。',
      '（五）监督保障方面。',
    ]);
  });

  it('joins the lines of the page to paragraphs, also where a number stands at the end of one', () => {
    expect(draft.narratives['overview']).toContain('主动公开政府信息 1条。');
    expect(draft.narratives['overview']?.split('\n\n')).toHaveLength(6);
    expect(draft.narratives['problems']?.split('\n\n')).toHaveLength(4);
    expect(draft.narratives['otherMatters']).toBe('本年度，本机关未收取信息公开处理费。');
  });
});
