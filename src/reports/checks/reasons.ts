import type { Unassessable } from './rule.ts';
import type { Need } from './rule.ts';

/** Why a rule was not judged when what it needs is not there. */
export const reasonsOfNeeds: Readonly<Record<Need, Unassessable>> = {
  previous: {
    reason: { zh: '没有上一年度的报告可以对照。', en: 'There is no report of the year before to compare with.' },
  },
  children: {
    reason: { zh: '没有下级单位的报告可以对照。', en: 'There are no reports of bodies below to compare with.' },
  },
  filing: { reason: { zh: '不知道报告在何时公布。', en: 'It is not known when the report was published.' } },
};

/** Cells without a figure are in the way. */
export function blanks(count: number, place: string): Unassessable {
  return {
    reason: {
      zh: '“{place}”等处有 {count} 个单元格没有数字。',
      en: '{count} cells have no figure, among them in “{place}”.',
    },
    parameters: { count, place },
  };
}
/** The rule speaks of other bodies. */
export function onlyFor(zh: string, en: string): Unassessable {
  return { reason: { zh: `只适用于${zh}。`, en: `It is a rule for ${en} only.` } };
}

/** The form of the report has not got what the rule speaks of. */
export const notOnForm: Unassessable = {
  reason: { zh: '本报告所用格式没有该项数据。', en: 'The form of this report does not have these figures.' },
};
