import type { Sentence } from '#errors/locale.ts';
import type { Equation, Form } from '#forms/form.ts';
import { judgeSides } from '../equations.ts';
import { placeOfEquation, shortLabel } from '../places.ts';
import { blanks } from '../reasons.ts';
import type { Finding, Rule, Unassessable } from '../rule.ts';
import type { Subject } from '../subject.ts';

function term(path: string, equation: Equation, { form, figure }: Subject): string {
  const cell = form.cells.get(path);
  const isRow = equation.labels.length === 0 || equation.labels === cell?.row.labels;
  return `${cell ? shortLabel(cell, isRow ? 'row' : 'column') : path} ${String(figure(path))}`;
}

/** One side as a sum: terms of zero are left out where others remain. */
function side(paths: readonly string[], equation: Equation, subject: Subject): string {
  const terms = paths.filter((path) => subject.figure(path) !== 0);
  return (terms.length > 0 ? terms : paths.slice(0, 1)).map((path) => term(path, equation, subject)).join(' + ');
}

/** A side of several cells says what they make. */
function result(paths: readonly string[], total: bigint): string {
  return paths.length > 1 ? ` = ${total}` : '';
}

function brokenSum(equation: Equation, sums: { left: bigint; right: bigint }, subject: Subject): Finding {
  const [left, right] = [side(equation.left, equation, subject), side(equation.right, equation, subject)];
  return {
    place: placeOfEquation(equation),
    paths: [...equation.left, ...equation.right],
    expected: String(sums.left),
    actual: String(sums.right),
    formula: `${left}${result(equation.left, sums.left)} ≠ ${right}${result(equation.right, sums.right)}`,
  };
}

function equationsOf(form: Form, code: string): readonly Equation[] {
  return form.equations.filter((equation) => equation.code === code);
}

function judgeSums(code: string) {
  return function* judge(subject: Subject): Generator<Finding | Unassessable> {
    const open: { place: string; blank: readonly string[] }[] = [];
    for (const equation of equationsOf(subject.form, code)) {
      const state = judgeSides(equation, subject.figure);
      if (state.kind === 'broken') yield brokenSum(equation, state, subject);
      if (state.kind === 'open') open.push({ place: placeOfEquation(equation), blank: state.blank });
    }
    const [first] = open;
    if (first) yield blanks(new Set(open.flatMap(({ blank }) => blank)).size, first.place);
  };
}

function sum(code: string, formula: string, sentence: Sentence): Rule {
  return { severity: 'ERROR', formula, sentence, judge: judgeSums(code) };
}

/** The sums that the form's equations state. */
export const sumRules = {
  ROW_TOTAL: sum('ROW_TOTAL', '自然人 + 商业企业 + 科研机构 + 社会公益组织 + 法律服务机构 + 其他 = 总计', {
    zh: '“{place}”一行：各类申请人之和为 {expected}，总计填报为 {actual}。',
    en: 'Row “{place}”: the applicants add up to {expected}, but the total says {actual}.',
  }),
  OUTCOME_TOTAL: sum('OUTCOME_TOTAL', '（一）+（二）+（三）+（四）+（五）+（六）=（七）总计', {
    zh: '“{place}”一列：各项办理结果之和为 {expected}，（七）总计填报为 {actual}。',
    en: 'Column “{place}”: the outcomes add up to {expected}, but （七）总计 says {actual}.',
  }),
  COLUMN_BALANCE: sum('COLUMN_BALANCE', '一、本年新收 + 二、上年结转 = 三（七）总计 + 四、结转下年度', {
    zh: '“{place}”一列：本年新收与上年结转之和为 {expected}，办理结果总计与结转下年度之和为 {actual}，两者应当相等。',
    en: 'Column “{place}”: received and carried over make {expected}, outcomes and carried forward make {actual}; they must be equal.',
  }),
  DISPUTE_TOTAL: sum('DISPUTE_TOTAL', '结果维持 + 结果纠正 + 其他结果 + 尚未审结 = 总计', {
    zh: '“{place}”：四类结果之和为 {expected}，总计填报为 {actual}。',
    en: '“{place}”: the four results add up to {expected}, but the total says {actual}.',
  }),
} as const satisfies Record<string, Rule>;
