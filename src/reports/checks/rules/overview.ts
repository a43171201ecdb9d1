import { bodyKindOf } from '../body-kind.ts';
import { notOnForm, onlyFor } from '../reasons.ts';
import type { Finding, Rule, Unassessable } from '../rule.ts';
import type { Subject } from '../subject.ts';

/** What governments report besides, and words that name it. */
const results = [
  { label: '工作考核', words: /考核|考评|评估|绩效/u },
  { label: '社会评议', words: /评议|满意度|评价/u },
  { label: '责任追究', words: /追究|追责|问责/u },
] as const;

/** The five aspects of the chapter, and words that name them. */
const aspects = [
  { label: '主动公开', words: /主动公开|公开(?:政府)?信息/u },
  { label: '依申请公开', words: /申请/u },
  { label: '政府信息管理', words: /管理|审查|审核|清理/u },
  { label: '平台建设', words: /平台|网站|新媒体|公众号|公开栏/u },
  { label: '监督保障', words: /监督|保障|培训|考核|组织领导/u },
] as const;

/** Some places ask for at most so many characters. */
const LONGEST_OVERVIEW = 1000;

function overviewOf({ report }: Subject): string {
  return report.narratives['overview']?.replace(/\s/gu, '') ?? '';
}

function absentFrom(text: string, topics: readonly { readonly label: string; readonly words: RegExp }[]): string {
  return topics
    .filter(({ words }) => !words.test(text))
    .map(({ label }) => label)
    .join('、');
}

function* judgeResults(subject: Subject): Generator<Finding | Unassessable> {
  if (!bodyKindOf(subject.organization).isGovernment) {
    yield onlyFor('各级人民政府', 'governments');
    return;
  }
  if (subject.form.chapters.length === 0) {
    yield notOnForm;
    return;
  }
  const absent = absentFrom(overviewOf(subject), results);
  if (absent !== '') yield { place: absent };
}

/** What the first chapter tells of. A chapter that is missing or empty is told of by other rules. */
export const overviewRules = {
  APPRAISAL_NOT_NAMED: {
    severity: 'WARNING',
    sentence: {
      zh: '“总体情况”未写明{place}结果；各级人民政府的报告应当写明。',
      en: '“总体情况” does not name the results of {place}, as reports of governments do.',
    },
    judge: judgeResults,
  },
  ASPECT_NOT_NAMED: {
    severity: 'INFO',
    sentence: {
      zh: '“总体情况”未写到：{place}。',
      en: '“总体情况” does not speak of {place}.',
    },
    judge: function* judge(subject) {
      const text = overviewOf(subject);
      const absent = text === '' ? '' : absentFrom(text, aspects);
      if (absent !== '') yield { place: absent };
    },
  },
  LONG_OVERVIEW: {
    severity: 'INFO',
    sentence: {
      zh: '“{place}”共 {actual} 字；有的地方要求不超过 {expected} 字。',
      en: '“{place}” has {actual} characters; some places ask for at most {expected}.',
    },
    judge: function* judge(subject) {
      const { length } = overviewOf(subject);
      const [expected, actual] = [String(LONGEST_OVERVIEW), String(length)];
      if (length > LONGEST_OVERVIEW) yield { place: '总体情况', expected, actual };
    },
  },
} as const satisfies Record<string, Rule>;
