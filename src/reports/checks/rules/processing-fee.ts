import { sentencesOf } from '../narrative/sentences.ts';
import type { Finding, Rule } from '../rule.ts';
import type { Subject } from '../subject.ts';

const fee = /处理费/u;
const amount = /(\d+(?:\.\d+)?)(万)?元/gu;

/** Every amount of the tariff is a multiple of this many yuan (国办函〔2020〕109号). */
const SMALLEST_STEP = 10;

function textsOf({ report }: Subject): string[] {
  return ['overview', 'otherMatters'].flatMap((key) => report.narratives[key] ?? []);
}

function* judgeAmounts(subject: Subject): Generator<Finding> {
  const sentences = textsOf(subject).flatMap(sentencesOf);
  for (const { text, quote } of sentences.filter((sentence) => fee.test(sentence.text))) {
    // Other clauses may tell of another fee: 行政事业性收费 is in 万元.
    const clause = text
      .slice(text.search(fee))
      .split(/[,;、]|收费/u, 1)
      .join('');
    for (const [told, number = '', tenThousand] of clause.matchAll(amount)) {
      const isOnTariff = tenThousand === undefined && Number(number) % SMALLEST_STEP === 0;
      if (!isOnTariff && Number(number) > 0) yield { place: '信息处理费', actual: told, quote };
    }
  }
}

/** The fee for processing requests, which is no 行政事业性收费 of the tables. */
export const processingFeeRules = {
  PROCESSING_FEE_NOT_NAMED: {
    severity: 'INFO',
    sentence: {
      zh: '“{place}”未说明是否收取信息处理费。',
      en: '“{place}” does not say whether the fee for processing requests was charged.',
    },
    judge: function* judge(subject) {
      const text = subject.report.narratives['otherMatters'];
      if (text !== undefined && ![text, ...textsOf(subject)].some((one) => /处理费|收费|收取/u.test(one)))
        yield { place: '其他需要报告的事项' };
    },
  },
  PROCESSING_FEE_AMOUNT: {
    severity: 'WARNING',
    formula: '信息处理费以元计，每一档均为 10 元的整数倍',
    sentence: {
      zh: '{place}写为 {actual}，不是收费标准可得出的数额（单位为元，应为 10 元的整数倍）。',
      en: '{place} is said to be {actual}, which the tariff can not give: it is in yuan, in steps of 10.',
    },
    judge: judgeAmounts,
  },
} as const satisfies Record<string, Rule>;
