import { bodyKindOf } from '../body-kind.ts';
import { reasonsOfNeeds } from '../reasons.ts';
import type { Finding, Rule, Unassessable } from '../rule.ts';
import type { Others, Subject } from '../subject.ts';

/** The end of a day in China. */
function endOf(year: number, monthAndDay: string): Date {
  return new Date(new Date(`${year}-${monthAndDay}T00:00:00+08:00`).getTime() + 86_400_000);
}

function* judgeDate({ report, organization, others }: Subject): Generator<Finding | Unassessable> {
  // When an imported report was published nobody said.
  if (report.origin !== 'FILED') {
    yield reasonsOfNeeds.filing;
    return;
  }
  const { now, due } = others.filing as NonNullable<Others['filing']>;
  const monthAndDay = bodyKindOf(organization).isGovernment ? due.governments : due.departments;
  const published = report.publishedAt ?? now;
  if (published.getTime() < endOf(report.year + 1, monthAndDay).getTime()) return;
  const chineseDay = new Date(published.getTime() + 8 * 3_600_000).toISOString().slice(0, 10);
  const parameters = { due: `${report.year + 1}-${monthAndDay}`, day: chineseDay };
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
