import { bodyKindOf } from '../body-kind.ts';
import { exactSum } from '../exact-sum.ts';
import { placeOf } from '../places.ts';
import { onlyFor } from '../reasons.ts';
import type { Finding, Rule, Unassessable } from '../rule.ts';
import type { ChildSums, Subject } from '../subject.ts';

/** How many names are told of those that have not filed. */
const NAMED = 3;

function incomplete(missing: readonly string[]): Unassessable {
  return {
    reason: {
      zh: '汇总不完整：{count} 个下级单位没有本年度报告（{names}）。',
      en: 'The sum is incomplete: {count} bodies below have no report for the year ({names}).',
    },
    parameters: {
      count: missing.length,
      names: `${missing.slice(0, NAMED).join('、')}${missing.length > NAMED ? '…' : ''}`,
    },
  };
}

const uncounted: Unassessable = {
  reason: {
    zh: '有的下级报告某些单元格没有数字，或所用格式不同。',
    en: 'Some reports of bodies below lack figures, or are on another form.',
  },
};

/** Why no sum can be compared with. */
function unassessable({ organization, others }: Subject): Unassessable | undefined {
  const { missing, onOtherForms } = others.children as ChildSums;
  if (!bodyKindOf(organization).isAggregate)
    return onlyFor('汇总下级单位的报告', 'reports that tell of the bodies below as well');
  if (missing.length > 0) return incomplete(missing);
  return onOtherForms > 0 ? uncounted : undefined;
}

function* judgeRollUp(subject: Subject): Generator<Finding | Unassessable> {
  const { sums, reports } = subject.others.children as ChildSums;
  const reason = unassessable(subject);
  if (reason) {
    yield reason;
    return;
  }
  let isOpen = false;
  for (const [path, cell] of subject.form.cells) {
    const below = sums.get(path);
    const expected = below?.reports === reports ? exactSum([below.sum]) : undefined;
    const actual = exactSum([subject.figure(path)]);
    if (expected === undefined || actual === undefined) isOpen = true;
    else if (expected !== actual) yield { place: placeOf(cell), paths: [path], expected, actual };
  }
  if (isOpen) yield uncounted;
}

/** A report of a government against those of its bodies. */
export const rollUpRules = {
  ROLL_UP_MISMATCH: {
    severity: 'WARNING',
    need: 'children',
    formula: '汇总报告的每一格 = 所属各单位报告该格之和',
    sentence: {
      zh: '“{place}”：所属各单位之和为 {expected}，汇总报告填报为 {actual}。',
      en: '“{place}”: the bodies below add up to {expected}, but this report says {actual}.',
    },
    judge: judgeRollUp,
  },
} as const satisfies Record<string, Rule>;
