import type { Form } from '#forms/form.ts';
import { national2021 } from '#forms/national/2021.ts';
import { treeOf, type Figure } from '#reports/figures.ts';
import type { ReportDraft } from '#reports/report.ts';

/** Chapters that no rule finds fault with. */
export const plainNarratives = {
  overview: '本年度，我局主动公开政府信息，规范办理申请，加强信息管理和平台建设，强化监督保障。',
  problems: '公开内容还不够全面，下一步将进一步完善。',
  otherMatters: '本年度未收取信息处理费。',
};

/** A report of zeros but for what is given. */
export function filledReport(
  changes: Readonly<Record<string, Figure>> = {},
  given: Partial<ReportDraft> = {},
  form: Form = national2021,
): ReportDraft {
  const zeros = [...form.cells].map(([path, { kind }]) => [path, kind === 'decimal' ? '0' : 0] as const);
  return {
    title: '样板区住建局2023年政府信息公开工作年度报告',
    organization: '样板区住建局',
    year: 2023,
    form: form.id,
    narratives: plainNarratives,
    figures: treeOf<Figure>(new Map<string, Figure>([...zeros, ...Object.entries(changes)])),
    raws: {},
    ...given,
  };
}

/** A row of the table of requests, with its total: 自然人, then 商业企业. */
function row(key: string, naturalPersons: number, enterprises: number): Record<string, Figure> {
  const path = `applications.${key}`;
  return {
    [`${path}.naturalPersons`]: naturalPersons,
    [`${path}.enterprises`]: enterprises,
    [`${path}.total`]: naturalPersons + enterprises,
  };
}

/** 新收 12, 上年结转 3, 办结 14, 结转下年 1; 复议 4, 诉讼 1 and 1. */
export const someFigures: Readonly<Record<string, Figure>> = {
  'proactiveDisclosure.licensing': 120,
  'proactiveDisclosure.fees': '72.5',
  ...row('received', 10, 2),
  ...row('carriedOver', 3, 0),
  ...row('outcomes.disclosed', 6, 2),
  ...row('outcomes.partlyDisclosed', 2, 0),
  ...row('outcomes.withheld.internalAffairs', 1, 0),
  ...row('outcomes.unavailable.notHeld', 1, 0),
  ...row('outcomes.notProcessed.repeated', 1, 0),
  ...row('outcomes.other.miscellaneous', 1, 0),
  ...row('outcomes.total', 12, 2),
  ...row('carriedForward', 1, 0),
  'disputes.review.upheld': 3,
  'disputes.review.corrected': 1,
  'disputes.review.total': 4,
  'disputes.directLitigation.upheld': 1,
  'disputes.directLitigation.total': 1,
  'disputes.litigationAfterReview.pending': 1,
  'disputes.litigationAfterReview.total': 1,
};
