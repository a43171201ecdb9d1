import type { Sentence } from '#errors/locale.ts';
import type { NianbaoError } from '#errors/nianbao-error.ts';
import type { ReportStatus } from '#reports/report.ts';
import { refuse } from './refusals.ts';

/** What is done with a report on its way to readers. */
export const steps = ['EDIT', 'SUBMIT', 'PASS', 'PASS_LAST', 'REJECT', 'PUBLISH', 'WITHDRAW'] as const;
export type Step = (typeof steps)[number];

interface Transition {
  readonly from: readonly ReportStatus[];
  readonly to: ReportStatus;
  /** Passes of stages count no more. */
  readonly voids: boolean;
  readonly says: Sentence;
}

/** From where each step leads where; whatever is not here can not happen. docs/review.md lists the same rows. */
const transitions: Readonly<Record<Step, Transition>> = {
  EDIT: {
    from: ['DRAFT', 'IN_REVIEW', 'APPROVED', 'PUBLISHED', 'WITHDRAWN'],
    to: 'DRAFT',
    voids: true,
    says: { zh: '修改', en: 'edited' },
  },
  SUBMIT: { from: ['DRAFT', 'WITHDRAWN'], to: 'IN_REVIEW', voids: true, says: { zh: '送审', en: 'submitted' } },
  PASS: { from: ['IN_REVIEW', 'APPROVED'], to: 'IN_REVIEW', voids: false, says: { zh: '审校', en: 'reviewed' } },
  PASS_LAST: { from: ['IN_REVIEW', 'APPROVED'], to: 'APPROVED', voids: false, says: { zh: '审校', en: 'reviewed' } },
  REJECT: { from: ['IN_REVIEW', 'APPROVED'], to: 'DRAFT', voids: true, says: { zh: '退回', en: 'rejected' } },
  PUBLISH: { from: ['APPROVED'], to: 'PUBLISHED', voids: false, says: { zh: '公布', en: 'published' } },
  WITHDRAW: {
    from: ['DRAFT', 'IN_REVIEW', 'APPROVED', 'PUBLISHED'],
    to: 'WITHDRAWN',
    voids: true,
    says: { zh: '撤回', en: 'withdrawn' },
  },
};

const statusNames: Readonly<Record<ReportStatus, Sentence>> = {
  DRAFT: { zh: '草稿', en: 'a draft' },
  IN_REVIEW: { zh: '审校中', en: 'in review' },
  APPROVED: { zh: '审校通过', en: 'approved' },
  PUBLISHED: { zh: '已公布', en: 'published' },
  WITHDRAWN: { zh: '已撤回', en: 'withdrawn' },
};

/** Where the step leads from that status; INPUT_INVALID when it can not be made there. */
export function transition(step: Step, status: ReportStatus): Transition {
  const found = transitions[step];
  if (found.from.includes(status)) return found;
  throw notNow(step, status);
}

/** INPUT_INVALID: the step can not be made in that status. */
export function notNow(step: Step, status: ReportStatus): NianbaoError {
  const found = transitions[step];
  const parameters = {
    status: { sentence: statusNames[status], parameters: {} },
    step: { sentence: found.says, parameters: {} },
  };
  return refuse([{ path: 'id', reason: 'STEP_NOT_NOW', parameters }]);
}
