import { describe, expect, it } from 'vitest';
import { formOf } from '#forms/index.ts';
import { readDocument } from '#importers/read-document.ts';
import { checkReport, describeViolation } from '#reports/checks/check-report.ts';

const title = (year: number) => `北关区工信局${year}年政府信息公开工作年度报告`;

const page = (year: number) => `<!doctype html><html><head><title>${title(year)}</title></head><body>
<h1>${title(year)}</h1>
<p>一、概述</p>
<p>${year}年，我局认真贯彻《政府信息公开条例》，主动公开政府信息1326条。</p>
<p>二、依申请公开情况</p>
<p>${year}年收到申请 12 件，均已答复。${year + 1}年将继续努力。</p>
<p>附表：政府信息公开情况统计表</p>
<table><tr><td>统计指标</td><td>单位</td><td>统计数</td></tr>
<tr><td>主动公开政府信息数</td><td>条</td><td>1326</td></tr>
<tr><td>收到申请数</td><td>件</td><td>12</td></tr></table>
</body></html>`;

const text = (year: number) =>
  page(year)
    .replace(/^.*<body>/su, '')
    .replace(/<[^>]*>/gu, '\n');

describe('a report of a year before the forms', () => {
  it('is kept as text, with the rows of its annex', async () => {
    const draft = await readDocument(page(2015));
    expect(draft).toMatchObject({
      form: 'free',
      year: 2015,
      organization: '北关区工信局',
      title: title(2015),
      figures: {},
      raws: {},
    });
    expect(draft.narratives['introduction']?.split('\n\n')).toEqual([
      '一、概述',
      '2015年，我局认真贯彻《政府信息公开条例》，主动公开政府信息1326条。',
      '二、依申请公开情况',
      '2015年收到申请 12 件，均已答复。2016年将继续努力。',
      '附表：政府信息公开情况统计表',
      '统计指标 单位 统计数',
      '主动公开政府信息数 条 1326',
      '收到申请数 件 12',
    ]);
  });

  it('is kept as text when it is plain text', async () => {
    const draft = await readDocument(text(2018));
    expect(draft).toMatchObject({ form: 'free', year: 2018, figures: {} });
    expect(draft.narratives['introduction']).toContain('收到申请 12 件');
  });

  it('says why it has no figures, and nothing else is held against it', async () => {
    const draft = await readDocument(page(2015));
    const { passed, violations } = checkReport(formOf(draft), draft);
    expect(passed).toBe(true);
    expect(violations).toMatchObject([{ code: 'NO_FIGURES', severity: 'INFO' }]);
    expect(violations.map((violation) => describeViolation(violation, 'en'))).toEqual([
      'The report of 2015 has no figures: before the form of 2019, only its text is kept.',
    ]);
  });

  it('says so of a government too', async () => {
    const draft = await readDocument(page(2015).replaceAll('北关区工信局', '北关区人民政府'));
    expect(checkReport(formOf(draft), draft).violations.map(({ code }) => code)).toEqual(['NO_FIGURES']);
  });
});

describe('a document without tables', () => {
  it.each([2019, 2021, 2024])('of %i is refused', async (year) => {
    await expect(readDocument(page(year))).rejects.toMatchObject({ code: 'TABLE_MISSING' });
    await expect(readDocument(text(year))).rejects.toMatchObject({ code: 'TABLE_MISSING' });
  });

  it('of a later year is refused although its page names an old report', async () => {
    const old = `<p>${title(2016)}</p>`;
    const later = page(2022).replaceAll(title(2022), '北关区工信局政府信息公开工作年度报告');
    await expect(readDocument(later.replace('</h1>', `</h1>${old}`))).rejects.toMatchObject({ code: 'TABLE_MISSING' });
  });

  it('that only has the title of an old report is refused', async () => {
    await expect(readDocument(`<h1>${title(2016)}</h1><p>见附件</p>`)).rejects.toMatchObject({ code: 'TABLE_MISSING' });
  });
});
