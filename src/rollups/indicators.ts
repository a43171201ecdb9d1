import { Big } from 'big.js';
import type { Sentence } from '#errors/locale.ts';
import { readPath, type FigureTree } from '#reports/figures.ts';
import { pathsBelow } from './comparable.ts';

/** A share of figures of the form. */
export interface Indicator {
  /** Stable. */
  readonly id: string;
  /** Grows when the formula changes, so that figures of different versions are not compared. */
  readonly version: number;
  readonly name: Sentence;
  readonly description: Sentence;
  /** Cells that are added up; the share is numerator over denominator. */
  readonly numerator: readonly string[];
  readonly denominator: readonly string[];
  readonly unit: 'RATIO';
  /** Which way is better, if any is: most say nothing good or bad by themselves. */
  readonly direction: 'HIGHER' | 'LOWER' | 'NEITHER';
  /** Of a denominator below it the share is not told, because a single case would move it too far. */
  readonly floor: number;
}

const outcomes = 'applications.outcomes';
const total = [`${outcomes}.total.total`];
const disputes = ['review', 'directLitigation', 'litigationAfterReview'] as const;

/** The totals of all rows of a kind of outcome. */
function rowsOf(kind: string): readonly string[] {
  return pathsBelow(`${outcomes}.${kind}`).filter((path) => path.endsWith('.total'));
}

/** What was decided: the pending cases are not. */
function decided(kinds: readonly string[]): readonly string[] {
  return kinds.flatMap((kind) => ['upheld', 'corrected', 'otherResult'].map((result) => `disputes.${kind}.${result}`));
}

const ofOutcomes = { denominator: total, unit: 'RATIO', floor: 10, version: 1 } as const;

/** The key indicators. docs/rollups.md lists the same rows. */
export const indicators: readonly Indicator[] = [
  {
    ...ofOutcomes,
    id: 'disclosureRate',
    name: { zh: '公开率', en: 'Disclosure rate' },
    description: {
      zh: '（一）予以公开与（二）部分公开之和，占（七）总计的比例。',
      en: 'Disclosed and partly disclosed, of all outcomes.',
    },
    numerator: [`${outcomes}.disclosed.total`, `${outcomes}.partlyDisclosed.total`],
    direction: 'HIGHER',
  },
  {
    ...ofOutcomes,
    id: 'withheldRate',
    name: { zh: '不予公开率', en: 'Withholding rate' },
    description: {
      zh: '（三）不予公开八项之和，占（七）总计的比例。',
      en: 'The eight grounds of withholding, of all outcomes.',
    },
    numerator: rowsOf('withheld'),
    direction: 'NEITHER',
  },
  {
    ...ofOutcomes,
    id: 'unavailableRate',
    name: { zh: '无法提供率', en: 'Unavailability rate' },
    description: {
      zh: '（四）无法提供三项之和，占（七）总计的比例。',
      en: 'What could not be provided, of all outcomes.',
    },
    numerator: rowsOf('unavailable'),
    direction: 'NEITHER',
  },
  {
    ...ofOutcomes,
    id: 'notProcessedRate',
    name: { zh: '不予处理率', en: 'Non-processing rate' },
    description: { zh: '（五）不予处理五项之和，占（七）总计的比例。', en: 'What was not processed, of all outcomes.' },
    numerator: rowsOf('notProcessed'),
    direction: 'NEITHER',
  },
  {
    ...ofOutcomes,
    id: 'carryForwardRate',
    name: { zh: '结转率', en: 'Carry-forward rate' },
    description: {
      zh: '结转下年度继续办理的申请，占本年新收与上年结转之和的比例。',
      en: 'Applications carried forward, of those received and carried over.',
    },
    numerator: ['applications.carriedForward.total'],
    denominator: ['applications.received.total', 'applications.carriedOver.total'],
    direction: 'LOWER',
  },
  {
    id: 'reviewCorrectionRate',
    version: 1,
    name: { zh: '行政复议纠错率', en: 'Correction rate of reconsideration' },
    description: {
      zh: '行政复议结果纠正，占已审结（维持、纠正、其他结果）的比例；尚未审结的不计。',
      en: 'Corrected, of the reconsiderations that were decided; pending ones do not count.',
    },
    numerator: ['disputes.review.corrected'],
    denominator: decided(['review']),
    unit: 'RATIO',
    direction: 'LOWER',
    floor: 5,
  },
  {
    id: 'litigationCorrectionRate',
    version: 1,
    name: { zh: '行政诉讼纠错率', en: 'Correction rate of litigation' },
    description: {
      zh: '两类行政诉讼结果纠正之和，占已审结之和的比例；尚未审结的不计。',
      en: 'Corrected, of the cases of both kinds of litigation that were decided; pending ones do not count.',
    },
    numerator: ['disputes.directLitigation.corrected', 'disputes.litigationAfterReview.corrected'],
    denominator: decided(['directLitigation', 'litigationAfterReview']),
    unit: 'RATIO',
    direction: 'LOWER',
    floor: 5,
  },
  {
    ...ofOutcomes,
    id: 'disputeRate',
    name: { zh: '争议率', en: 'Dispute rate' },
    description: {
      zh: '行政复议与两类行政诉讼总计之和，占（七）总计的比例；复议后起诉的同一事项计两次。',
      en: 'Reconsiderations and litigation, of all outcomes; a case that went through both counts twice.',
    },
    numerator: disputes.map((kind) => `disputes.${kind}.total`),
    direction: 'LOWER',
  },
];

/** Why an indicator has no value. */
export type IndicatorReason = 'MISSING_FIGURE' | 'BELOW_FLOOR';

/** An indicator of a report or of sums of reports. */
export interface IndicatorValue {
  readonly indicator: Indicator;
  /** 0 to 1 of agreeing figures; null for a reason. */
  readonly value: number | null;
  readonly reason: IndicatorReason | null;
  /** Exact digits; null where a figure is missing. */
  readonly numerator: string | null;
  readonly denominator: string | null;
}

function sumAt(figures: FigureTree, paths: readonly string[]): Big | null {
  const parts = paths.map((path) => readPath(figures, path) ?? null);
  return parts.reduce<Big | null>(
    (sum, part) => (sum === null || part === null ? null : sum.plus(String(part))),
    new Big(0),
  );
}

/** The value of an indicator, or why there is none. */
export function evaluate(indicator: Indicator, figures: FigureTree): IndicatorValue {
  const [numerator, denominator] = [sumAt(figures, indicator.numerator), sumAt(figures, indicator.denominator)];
  const parts = { indicator, numerator: numerator?.toFixed() ?? null, denominator: denominator?.toFixed() ?? null };
  if (!numerator || !denominator) return { ...parts, value: null, reason: 'MISSING_FIGURE' };
  if (denominator.lt(indicator.floor)) return { ...parts, value: null, reason: 'BELOW_FLOOR' };
  return { ...parts, value: numerator.div(denominator).toNumber(), reason: null };
}

/** The cells that an indicator is made of. */
export function cellsOfIndicators(): readonly string[] {
  return [...new Set(indicators.flatMap(({ numerator, denominator }) => [...numerator, ...denominator]))];
}
