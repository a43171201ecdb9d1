import type { Form } from '#forms/form.ts';

/** A report as a clerk would have filled it in: all sums agree, and the text says what the tables say. */
export interface CorpusReport {
  readonly form: Form;
  readonly organization: string;
  readonly year: number;
  readonly title: string;
  readonly figures: ReadonlyMap<string, number | string>;
  readonly narratives: Readonly<Record<string, string>>;
}

/** Numbers that look random and are the same every time. */
function countingFrom(seed: number): (below: number) => number {
  let state = seed * 2_654_435_761 + 12_345;
  return (below) => {
    state = (Math.imul(state ^ (state >>> 15), 2_246_822_519) + 0x9e37_79b9) >>> 0;
    return state % below;
  };
}

const applicants = [
  'naturalPersons',
  'enterprises',
  'researchInstitutions',
  'publicInterestOrganizations',
  'legalServices',
  'others',
];

/** Figures whose sums agree, many of them different, so that a figure in a wrong place is seen. */
function balancedFigures(form: Form, seed: number): Map<string, number | string> {
  const next = countingFrom(seed);
  const figures = new Map<string, number | string>();
  const rows = (form.tables.find(({ id }) => id === 'applications')?.rows ?? []).map(({ key }) => key);
  const outcomes = rows.filter((key) => key.startsWith('outcomes.') && key !== 'outcomes.total');
  for (const applicant of applicants) {
    const put = (row: string, value: number) => figures.set(`applications.${row}.${applicant}`, value);
    let total = 0;
    for (const row of outcomes) {
      const value = next(3) === 0 ? next(1500) : next(9);
      put(row, value);
      total += value;
    }
    const forward = next(20);
    const over = next(Math.min(15, total + forward + 1));
    put('outcomes.total', total);
    put('carriedForward', forward);
    put('carriedOver', over);
    put('received', total + forward - over);
  }
  for (const row of rows)
    figures.set(
      `applications.${row}.total`,
      applicants.reduce((sum, applicant) => sum + Number(figures.get(`applications.${row}.${applicant}`)), 0),
    );
  for (const block of ['review', 'directLitigation', 'litigationAfterReview']) {
    const parts = ['upheld', 'corrected', 'otherResult', 'pending'].map((part) => [part, next(40)] as const);
    for (const [part, value] of parts) figures.set(`disputes.${block}.${part}`, value);
    figures.set(
      `disputes.${block}.total`,
      parts.reduce((sum, [, value]) => sum + value, 0),
    );
  }
  for (const [path, { kind }] of form.cells) if (!figures.has(path)) figures.set(path, proactive(path, kind, next));
  return new Map([...form.cells.keys()].map((path) => [path, figures.get(path) ?? 0]));
}

function proactive(path: string, kind: string, next: (below: number) => number): number | string {
  if (path.includes('.regulations.')) return 0;
  if (kind === 'decimal') return `${next(90_000)}.${1 + next(9)}`;
  if (kind === 'change') return next(9) - 4;
  return path.endsWith('.licensing') ? 11_000_000 + next(900_000) : next(6000);
}

function narrativesOf(
  figures: ReadonlyMap<string, number | string>,
  year: number,
  fee: string,
): Record<string, string> {
  const at = (path: string) => figures.get(path) ?? 0;
  return {
    overview: [
      `${year}年，我局认真贯彻落实《中华人民共和国政府信息公开条例》，不断提高政府信息公开工作质量。`,
      '（一）主动公开方面。围绕群众关心的事项，及时在门户网站公开政策文件、办事指南和工作动态。',
      `（二）依申请公开方面。本年新收政府信息公开申请${at('applications.received.total')}件，上年结转${at('applications.carriedOver.total')}件，办结${at('applications.outcomes.total.total')}件，结转下年度继续办理${at('applications.carriedForward.total')}件。`,
      '（三）政府信息管理方面。严格执行信息发布审核制度，做到先审查、后公开。',
      '（四）平台建设方面。依托区政府门户网站公开信息，定期检查栏目更新情况。',
      '（五）监督保障方面。明确专人负责，组织业务培训，接受社会监督，工作考核结果良好，社会评议满意，未发生责任追究情形。',
    ].join('\n\n'),
    problems: [
      '存在的主要问题：一是公开内容的深度不够；二是工作人员业务水平有待提高。',
      '改进情况：下一步将加强学习培训，完善工作制度，进一步提高公开质量。',
    ].join('\n\n'),
    otherMatters: fee,
  };
}

const bodies = [
  '云溪区住房和城乡建设局',
  '临江县民政局',
  '南浦市水务局',
  '青石区教育局',
  '柳河县农业农村局',
  '东岭市统计局',
];

/** A report of a made-up body. The same seed gives the same report. */
export function corpusReport(form: Form, seed: number): CorpusReport {
  const organization = bodies[seed % bodies.length] ?? '';
  const year = Math.min(form.definition.validTo, form.definition.validFrom + (seed % 4));
  const figures = balancedFigures(form, seed);
  const narratives = narrativesOf(figures, year, '本年度我局依申请提供政府信息未收取信息处理费。');
  return { form, organization, year, title: `${organization}${year}年政府信息公开工作年度报告`, figures, narratives };
}
