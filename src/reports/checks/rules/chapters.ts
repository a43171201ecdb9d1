import type { ChapterDefinition } from '#forms/form-definition.ts';
import type { Finding, Rule, Unassessable } from '../rule.ts';
import type { Subject } from '../subject.ts';

/** A chapter on problems of fewer characters than this names none. */
const SHORTEST_PROBLEMS = 10;

function titled({ number, title }: ChapterDefinition): string {
  return `${number}、${title}`;
}

function textOf(chapter: ChapterDefinition, { report }: Subject): string | undefined {
  return report.narratives[chapter.key]?.replace(/\s/gu, '');
}

function isEmpty(chapter: ChapterDefinition, text: string): boolean {
  const least = chapter.key === 'problems' ? SHORTEST_PROBLEMS : 1;
  return text.length < least;
}

function* judgeOrder({ form, report }: Subject): Generator<Finding | Unassessable> {
  const found = report.source?.chapters;
  if (!found) {
    yield {
      reason: { zh: '不知道各章在原文中的顺序。', en: 'The order of the chapters in the document is not known.' },
    };
    return;
  }
  const chapters = form.chapters.filter(({ key }) => found.includes(key));
  const places = chapters.map(({ key }) => found.indexOf(key));
  const late = chapters.find((_, index) => (places[index] ?? 0) < Math.max(...places.slice(0, index)));
  if (late) yield { place: titled(late) };
}

/** The chapters that the form has. */
export const chapterRules = {
  MISSING_CHAPTER: {
    severity: 'ERROR',
    sentence: { zh: '缺少“{place}”一章。', en: 'The chapter “{place}” is missing.' },
    judge: function* judge(subject) {
      for (const chapter of subject.form.chapters) {
        const isThere = chapter.kind === 'figures' || textOf(chapter, subject) !== undefined;
        if (!isThere) yield { place: titled(chapter) };
      }
    },
  },
  EMPTY_CHAPTER: {
    severity: 'WARNING',
    sentence: {
      zh: '“{place}”一章没有实质内容。',
      en: 'The chapter “{place}” says nothing.',
    },
    judge: function* judge(subject) {
      for (const chapter of subject.form.chapters) {
        const text = chapter.kind === 'narrative' ? textOf(chapter, subject) : undefined;
        if (text !== undefined && isEmpty(chapter, text)) yield { place: titled(chapter), quote: text };
      }
    },
  },
  CHAPTER_ORDER: {
    severity: 'WARNING',
    sentence: {
      zh: '“{place}”一章的位置与规定格式不符。',
      en: 'The chapter “{place}” does not stand where the form has it.',
    },
    judge: judgeOrder,
  },
} as const satisfies Record<string, Rule>;
