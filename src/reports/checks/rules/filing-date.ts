import { chineseDay } from '../../chinese-day.ts';
import { dueDay } from '../../due-dates.ts';
import { reasonsOfNeeds } from '../reasons.ts';
import type { Finding, Rule, Unassessable } from '../rule.ts';
import type { Others, Subject } from '../subject.ts';

function* judgeDate({ report, organization, others }: Subject): Generator<Finding | Unassessable> {
  // When an imported report was published nobody said.
  if (report.origin !== 'FILED') {
    yield reasonsOfNeeds.filing;
    return;
  }
  const { now, due } = others.filing as NonNullable<Others['filing']>;
  const parameters = { due: dueDay(organization, report.year, due), day: chineseDay(report.publishedAt ?? now) };
  if (parameters.day <= parameters.due) return;
  yield { place: report.publishedAt ? '公布日期' : '尚未公布', parameters };
}

/** The dates by which reports are published (条例 Art. 49). */
export const filingDateRules = {
  FILED_LATE: {
    severity: 'WARNING',
    need: 'filing',
    formula: '部门：次年 1 月 31 日前；政府：次年 3 月 31 日前',
    sentence: {
      zh: '报告应于 {due} 前公布（{place}：{day}）。',
      en: 'The report was due by {due} ({place}: {day}).',
    },
    judge: judgeDate,
  },
} as const satisfies Record<string, Rule>;
