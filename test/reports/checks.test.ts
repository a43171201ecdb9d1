import { describe, expect, it } from 'vitest';
import { national2021 } from '#forms/national/2021.ts';
import { checkReport, describeViolation } from '#reports/checks/check-report.ts';
import type { Figure } from '#reports/figures.ts';
import type { ReportContent } from '#reports/report.ts';
import { filledReport, plainNarratives } from './filled-report.ts';

function reportWith(changes: Record<string, Figure>, texts: Record<string, string> = plainNarratives): ReportContent {
  return filledReport(changes, { narratives: texts });
}

function violationsOf(changes: Record<string, Figure>, texts?: Record<string, string>) {
  return checkReport(national2021, reportWith(changes, texts)).violations;
}

describe('the checks of the form', () => {
  it('pass a report of zeros', () => {
    expect(checkReport(national2021, reportWith({}))).toEqual({ passed: true, violations: [] });
  });

  it('find a row whose applicants do not add up, with both values and the cells', () => {
    const [violation, ...rest] = violationsOf({
      'applications.received.naturalPersons': 3,
      'applications.received.total': 4,
      'applications.outcomes.disclosed.naturalPersons': 3,
      'applications.outcomes.disclosed.total': 3,
      'applications.outcomes.total.naturalPersons': 3,
      'applications.outcomes.total.total': 3,
      'applications.carriedForward.total': 1,
    }).filter(({ code }) => code === 'ROW_TOTAL');
    expect(violation).toMatchObject({ severity: 'ERROR', expected: '3', actual: '4' });
    expect(violation?.paths).toContain('applications.received.naturalPersons');
    expect(violation?.paths.at(-1)).toBe('applications.received.total');
    expect(rest).toHaveLength(1);
    expect(violation && describeViolation(violation, 'zh')).toBe(
      '“一、本年新收政府信息公开申请数量”一行：各类申请人之和为 3，总计填报为 4。',
    );
  });

  it('find outcomes that do not add up to（七）', () => {
    const violation = violationsOf({ 'applications.outcomes.withheld.stateSecrets.enterprises': 2 }).find(
      ({ code }) => code === 'OUTCOME_TOTAL',
    );
    expect(violation).toMatchObject({
      expected: '2',
      actual: '0',
      parameters: { place: '申请人情况 › 法人或其他组织 › 商业企业' },
    });
  });

  it('find a column that breaks 一 + 二 = 三（七）+ 四', () => {
    const found = violationsOf({ 'applications.carriedOver.others': 5, 'applications.carriedOver.total': 5 });
    expect(found.map(({ code, expected, actual }) => [code, expected, actual])).toEqual([
      ['COLUMN_BALANCE', '5', '0'],
      ['COLUMN_BALANCE', '5', '0'],
    ]);
  });

  it('find disputes that do not add up, and say in which block', () => {
    const [violation] = violationsOf({ 'disputes.litigationAfterReview.pending': 1 });
    expect(violation).toMatchObject({
      code: 'DISPUTE_TOTAL',
      expected: '1',
      actual: '0',
      parameters: { place: '行政诉讼 › 复议后起诉' },
    });
  });

  it('add numbers beyond 2^31 and up to 2^53-1 exactly', () => {
    const huge = Number.MAX_SAFE_INTEGER;
    const [violation] = violationsOf({ 'disputes.review.upheld': huge, 'disputes.review.corrected': huge });
    expect(violation?.expected).toBe('18014398509481982');
  });

  it('refuse negative and broken counts, and negative money', () => {
    const codes = violationsOf({
      'proactiveDisclosure.licensing': -1,
      'proactiveDisclosure.penalties': 1.5,
      'proactiveDisclosure.fees': '-0.5',
    }).map(({ code, paths }) => [code, ...paths]);
    expect(codes).toEqual([
      ['NOT_WHOLE_NUMBER', 'proactiveDisclosure.penalties'],
      ['NEGATIVE_NUMBER', 'proactiveDisclosure.licensing'],
      ['NEGATIVE_NUMBER', 'proactiveDisclosure.fees'],
    ]);
  });

  it('only warn of blanks, and judge no sum that has one', () => {
    const { passed, violations } = checkReport(
      national2021,
      reportWith({ 'disputes.review.total': null, 'disputes.review.upheld': 4 }),
    );
    expect(passed).toBe(true);
    expect(violations).toMatchObject([
      { code: 'MISSING_CELL', severity: 'WARNING', paths: ['disputes.review.total'] },
      { code: 'MISSING_TOTAL', severity: 'WARNING', paths: ['disputes.review.total'], expected: '4', actual: null },
    ]);
  });

  it('miss chapters that are not there, and warn of empty ones', () => {
    expect(
      violationsOf({}, { overview: plainNarratives.overview, problems: ' ' }).map(({ code, parameters }) => [
        code,
        parameters['place'],
      ]),
    ).toEqual([
      ['MISSING_CHAPTER', '六、其他需要报告的事项'],
      ['EMPTY_CHAPTER', '五、存在的主要问题及改进情况'],
    ]);
  });
});
