import { describe, expect, it } from 'vitest';
import type { Form } from '#forms/form.ts';
import { beforeForms } from '#forms/national/before-2019.ts';
import { national2021 } from '#forms/national/2021.ts';
import { checkAgainstOthers, checkReport, describeViolation, judgeRules } from '#reports/checks/check-report.ts';
import { ruleCodes, rules } from '#reports/checks/rules.ts';
import type { CheckedReport, Others } from '#reports/checks/subject.ts';
import type { Figure } from '#reports/figures.ts';
import { filledReport, plainNarratives, someFigures } from './filled-report.ts';

const due = { departments: '01-31', governments: '03-31' };

interface Case {
  readonly what: string;
  readonly report?: Partial<CheckedReport>;
  readonly figures?: Readonly<Record<string, Figure>>;
  readonly others?: Others;
  readonly form?: Form;
  /** Code, expected, actual. */
  readonly found: readonly (readonly [string, (string | undefined)?, string?])[];
}

function texts(given: Partial<typeof plainNarratives>): Partial<CheckedReport> {
  return { narratives: { ...plainNarratives, ...given } };
}

const lastYear = (figures: Readonly<Record<string, Figure>> = {}, given: Partial<CheckedReport> = {}): Others => ({
  previous: { ...filledReport(figures, { title: '样板区住建局2022年政府信息公开工作年度报告', year: 2022 }), ...given },
});

const carried = { 'applications.carriedOver.naturalPersons': 3, 'applications.carriedOver.total': 3 };
const forward = { 'applications.carriedForward.naturalPersons': 3, 'applications.carriedForward.total': 3 };
const answered = Object.fromEntries(
  ['outcomes.disclosed', 'outcomes.total'].flatMap((row) => [
    [`applications.${row}.naturalPersons`, 3],
    [`applications.${row}.total`, 3],
  ]),
) as Record<string, Figure>;

const long =
  '围绕群众关切持续深化重点领域信息公开，规范办理申请，完善平台栏目，健全审核机制，强化监督保障，推动工作提质增效。';
const town = { title: '样板镇2023年政府信息公开工作年度报告', organization: '样板镇' };
const government = { title: '样板县人民政府2023年政府信息公开工作年度报告', organization: '样板县人民政府' };
const complete = `${plainNarratives.overview}工作考核结果为优秀，社会评议满意度较高，无责任追究情形。`;
const below = (licensing: number, missing: readonly string[] = []): Others => {
  const zeros = [...national2021.cells.keys()].map((path) => [path, { sum: '0', reports: 2 }] as const);
  const sums = new Map([...zeros, ['proactiveDisclosure.licensing', { sum: String(licensing), reports: 2 }] as const]);
  return { children: { reports: 2, onOtherForms: 0, sums, missing } };
};

const cases: readonly Case[] = [
  { what: 'a report of zeros', found: [] },
  { what: 'a report of figures', figures: someFigures, found: [] },
  {
    what: 'a title of another year',
    report: { title: '样板区住建局2022年政府信息公开工作年度报告' },
    found: [['YEAR_MISMATCH', '2023', '2022']],
  },
  { what: 'a title without a year', report: { title: '政府信息公开工作年度报告' }, found: [] },
  {
    what: 'a period of another year',
    report: texts({
      overview: `${plainNarratives.overview}本报告所列数据的统计期限自2022年1月1日起至2022年12月31日止。`,
    }),
    found: [['YEAR_MISMATCH', '2023', '2022']],
  },
  {
    what: 'a period of the year',
    report: texts({
      overview: `${plainNarratives.overview}本报告所列数据的统计期限自2023年1月1日起至2023年12月31日止。`,
    }),
    found: [],
  },
  {
    what: 'a year before all forms',
    report: { year: 2016, title: '2016年报告', form: 'free', figures: {}, narratives: { introduction: complete } },
    form: beforeForms,
    found: [['NO_FIGURES', '2019']],
  },
  {
    what: 'a year before the form',
    report: { year: 2018, title: '2018年报告' },
    found: [['FORM_YEAR_MISMATCH', '2021–', '2018']],
  },
  { what: 'problems of one word', report: texts({ problems: '无。' }), found: [['EMPTY_CHAPTER']] },
  { what: 'other matters of one word', report: texts({ otherMatters: '无。' }), found: [['PROCESSING_FEE_NOT_NAMED']] },
  {
    what: 'chapters in another order',
    report: {
      source: { chapters: ['overview', 'applications', 'proactiveDisclosure', 'disputes', 'problems', 'otherMatters'] },
    },
    found: [['CHAPTER_ORDER']],
  },
  {
    what: 'a table that is there twice with different figures',
    report: { source: { otherReadings: { disputes: { review: { total: '5' } } } } },
    found: [['DUPLICATE_TABLE', undefined, '0']],
  },
  {
    what: 'an amount that is no number',
    figures: { 'proactiveDisclosure.fees': '十万' },
    found: [['NOT_A_NUMBER', undefined, '十万']],
  },
  {
    what: '规章 of a town',
    report: town,
    figures: { 'proactiveDisclosure.regulations.inForce': 6 },
    found: [['IMPLAUSIBLE_REGULATIONS', '0', '6']],
  },
  {
    what: '规章 of a ministry',
    report: { organization: '某部' },
    figures: { 'proactiveDisclosure.regulations.inForce': 6 },
    found: [],
  },
  {
    what: '规章 of a department of an autonomous region',
    report: { organization: '样板自治区财政厅' },
    figures: { 'proactiveDisclosure.regulations.inForce': 6 },
    found: [],
  },
  { what: 'a government without results', report: government, found: [['APPRAISAL_NOT_NAMED']] },
  { what: 'a government with results', report: { ...government, ...texts({ overview: complete }) }, found: [] },
  {
    what: 'an overview of one aspect',
    report: texts({ overview: '本年度主动公开政府信息。' }),
    found: [['ASPECT_NOT_NAMED']],
  },
  {
    what: 'a long overview',
    report: texts({ overview: long.repeat(20) + plainNarratives.overview }),
    found: [['LONG_OVERVIEW', '1000', '1161']],
  },
  {
    what: 'a fee in 万元',
    report: texts({ otherMatters: '本年度收取信息处理费0.5万元。' }),
    found: [['PROCESSING_FEE_AMOUNT', undefined, '0.5万元']],
  },
  {
    what: 'a fee that the tariff can not give',
    report: texts({ otherMatters: '本年度收取信息处理费235元。' }),
    found: [['PROCESSING_FEE_AMOUNT', undefined, '235元']],
  },
  { what: 'a fee of the tariff', report: texts({ otherMatters: '本年度收取信息处理费200元。' }), found: [] },
  { what: 'no fee', report: texts({ otherMatters: '本年度信息处理费0元，行政事业性收费0.5万元。' }), found: [] },
  {
    what: 'a mobile number',
    report: texts({ problems: `${plainNarratives.problems}申请人张某（13812345678）。` }),
    found: [['PERSONAL_DATA']],
  },
  {
    what: 'the number of the office',
    report: texts({ problems: `${plainNarratives.problems}联系电话：13812345678，0372-1234567。` }),
    found: [],
  },
  {
    what: 'the number of an identity card',
    report: texts({ problems: `${plainNarratives.problems}11010519491231002X` }),
    found: [['PERSONAL_DATA']],
  },
  {
    what: 'a number of 18 digits that is none',
    report: texts({ problems: `${plainNarratives.problems}110105194912310021` }),
    found: [],
  },
  {
    what: 'a script',
    report: texts({ problems: `${plainNarratives.problems}<script src=x>` }),
    found: [['SCRIPT_IN_TEXT']],
  },
  {
    what: 'a mark of secrecy',
    report: texts({ problems: `机密★1年。${plainNarratives.problems}` }),
    found: [['SECRECY_MARK']],
  },
  {
    what: 'words on secrecy',
    report: texts({ problems: `严守国家秘密，做好保密审查。${plainNarratives.problems}` }),
    found: [],
  },
  { what: 'what was carried forward', figures: { ...carried, ...answered }, others: lastYear(forward), found: [] },
  {
    what: 'less than was carried forward, of an imported report',
    others: lastYear(forward),
    found: [
      ['CARRIED_OVER_MISMATCH', '3', '0'],
      ['CARRIED_OVER_MISMATCH', '3', '0'],
    ],
  },
  {
    what: '规范性文件 that do not follow from last year',
    figures: { 'proactiveDisclosure.normativeDocuments.inForce': 12 },
    others: lastYear({ 'proactiveDisclosure.normativeDocuments.inForce': 11 }),
    found: [['IN_FORCE_MISMATCH', '11', '12']],
  },
  {
    what: 'more repealed than there were',
    figures: { 'proactiveDisclosure.normativeDocuments.repealed': 3 },
    others: lastYear({ 'proactiveDisclosure.normativeDocuments.inForce': 2 }),
    found: [
      ['IN_FORCE_MISMATCH', '-1', '0'],
      ['REPEALED_TOO_MANY', '2', '3'],
    ],
  },
  {
    what: 'six times as many',
    figures: { 'proactiveDisclosure.licensing': 601 },
    others: lastYear({ 'proactiveDisclosure.licensing': 100 }),
    found: [['UNUSUAL_CHANGE', '100', '601']],
  },
  {
    what: 'six times as many of few',
    figures: { 'proactiveDisclosure.licensing': 6 },
    others: lastYear({ 'proactiveDisclosure.licensing': 1 }),
    found: [],
  },
  {
    what: 'the text of last year',
    report: texts({ overview: `${plainNarratives.overview}${long.repeat(3)}共2023条。` }),
    others: lastYear({}, texts({ overview: `${plainNarratives.overview}${long.repeat(3)}共1980条。` })),
    found: [['NARRATIVE_COPIED']],
  },
  {
    what: 'the sum of its bodies',
    report: { ...government, ...texts({ overview: complete }) },
    figures: { 'proactiveDisclosure.licensing': 5 },
    others: below(5),
    found: [],
  },
  {
    what: 'another sum than that of its bodies',
    report: { ...government, ...texts({ overview: complete }) },
    figures: { 'proactiveDisclosure.licensing': 5, 'proactiveDisclosure.fees': '0.30' },
    others: below(4),
    found: [
      ['ROLL_UP_MISMATCH', '4', '5'],
      ['ROLL_UP_MISMATCH', '0', '0.3'],
    ],
  },
  {
    what: 'a report that was published late',
    report: { origin: 'FILED', publishedAt: new Date('2024-01-31T16:00:00Z') },
    others: { filing: { now: new Date('2024-03-01'), due } },
    found: [['FILED_LATE']],
  },
  {
    what: 'a report that was published on the last day',
    report: { origin: 'FILED', publishedAt: new Date('2024-01-31T15:59:59Z') },
    others: { filing: { now: new Date('2024-03-01'), due } },
    found: [],
  },
];

function judged({ report, figures, others, form = national2021 }: Case) {
  const whole: CheckedReport = { ...filledReport(figures), ...report };
  return [...checkReport(form, whole).violations, ...checkAgainstOthers(form, whole, others ?? {})];
}

describe('the rules', () => {
  it.each(cases)('on $what', (given) => {
    const found = judged(given).map(({ code, expected, actual }, index) => {
      // Where a case says no value, any will do.
      const [, left = expected, right = actual] = given.found[index] ?? [];
      return { code, isExpected: left === expected && right === actual };
    });
    expect(found).toEqual(given.found.map(([code]) => ({ code, isExpected: true })));
  });

  it.each(['zh', 'en'] as const)('say what they found without a gap in %s', (locale) => {
    for (const violation of cases.flatMap(judged)) {
      const sentence = describeViolation(violation, locale);
      expect(sentence).not.toMatch(/[{}]|undefined|null/u);
      expect(sentence.length).toBeGreaterThan(8);
    }
  });

  it('do not repeat personal data', () => {
    const found = cases.flatMap(judged).filter(({ code }) => code === 'PERSONAL_DATA');
    expect(JSON.stringify(found)).not.toMatch(/13812345678|11010519491231002X/u);
  });

  it('are all tried here or with the sums', () => {
    const tried = new Set([...cases.flatMap(({ found }) => found.map(([code]) => code)), ...untriedHere]);
    expect([...tried].sort()).toEqual([...ruleCodes].sort());
  });

  it('make an error of what was carried over when last year’s report was filed here', () => {
    const found = checkAgainstOthers(national2021, filledReport(), lastYear(forward, { origin: 'FILED' }));
    expect(found.map(({ severity }) => severity)).toEqual(['ERROR', 'ERROR']);
  });

  it('say why they can not be judged', () => {
    const outcomes = judgeRules(national2021, filledReport({ 'disputes.review.total': null }));
    const statuses = Object.fromEntries(outcomes.map(({ code, status }) => [code, status]));
    expect(statuses).toMatchObject({
      ROW_TOTAL: 'PASSED',
      DISPUTE_TOTAL: 'NOT_ASSESSABLE',
      MISSING_CELL: 'VIOLATED',
      CARRIED_OVER_MISMATCH: 'NOT_ASSESSABLE',
      ROLL_UP_MISMATCH: 'NOT_ASSESSABLE',
      FILED_LATE: 'NOT_ASSESSABLE',
    });
    for (const { status, reason } of outcomes)
      expect(status === 'NOT_ASSESSABLE').toBe(reason !== null && status !== 'VIOLATED');
  });

  it('do not add up bodies of which one has not filed', () => {
    const report = filledReport({}, government);
    const outcome = judgeRules(national2021, report, below(2, ['样板县教育局'])).find(
      ({ code }) => code === 'ROLL_UP_MISMATCH',
    );
    expect(outcome).toMatchObject({ status: 'NOT_ASSESSABLE', reason: { parameters: { names: '样板县教育局' } } });
  });
});

/** The tests of the form's sums, of cells and of sentences try these. */
const untriedHere = [
  'MISSING_CHAPTER',
  'ROW_TOTAL',
  'OUTCOME_TOTAL',
  'COLUMN_BALANCE',
  'DISPUTE_TOTAL',
  'NOT_WHOLE_NUMBER',
  'NEGATIVE_NUMBER',
  'MISSING_CELL',
  'MISSING_TOTAL',
  'TEXT_TABLE_MISMATCH',
  'TEXT_SUM_MISMATCH',
  'TEXT_SHARE_MISMATCH',
];

describe('the table of rules', () => {
  it.each(Object.entries(rules))('%s has the same places in both languages', (_, { sentence }) => {
    const places = (text: string) => (text.match(/\{\w+\}/gu) ?? []).sort();
    expect(places(sentence.zh)).toEqual(places(sentence.en));
  });
});
