import { describe, expect, test } from 'vitest';
import type { NianbaoError } from '#errors/nianbao-error.ts';
import { reportStatuses, type ReportStatus } from '#reports/report.ts';
import { steps, transition, type Step } from '#review/transitions.ts';

/** Every step from every status: where it leads, `+` when passes are voided, and nothing where it can not be made. */
const table: Record<Step, Partial<Record<ReportStatus, string>>> = {
  EDIT: { DRAFT: 'DRAFT+', IN_REVIEW: 'DRAFT+', APPROVED: 'DRAFT+', PUBLISHED: 'DRAFT+', WITHDRAWN: 'DRAFT+' },
  SUBMIT: { DRAFT: 'IN_REVIEW+', WITHDRAWN: 'IN_REVIEW+' },
  PASS: { IN_REVIEW: 'IN_REVIEW', APPROVED: 'IN_REVIEW' },
  PASS_LAST: { IN_REVIEW: 'APPROVED', APPROVED: 'APPROVED' },
  REJECT: { IN_REVIEW: 'DRAFT+', APPROVED: 'DRAFT+' },
  PUBLISH: { APPROVED: 'PUBLISHED' },
  WITHDRAW: { DRAFT: 'WITHDRAWN+', IN_REVIEW: 'WITHDRAWN+', APPROVED: 'WITHDRAWN+', PUBLISHED: 'WITHDRAWN+' },
};

describe.each(steps)('the step %s', (step) => {
  test.each(reportStatuses)('from %s leads where the table says, or nowhere', (status) => {
    expect(ledTo(step, status)).toBe(table[step][status] ?? 'INPUT_INVALID');
  });
});

function ledTo(step: Step, status: ReportStatus): string {
  try {
    const { to, voids } = transition(step, status);
    return `${to}${voids ? '+' : ''}`;
  } catch (error) {
    return (error as NianbaoError).code;
  }
}
