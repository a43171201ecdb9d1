import { describe, expect, it } from 'vitest';
import { national2021 } from '#forms/national/2021.ts';
import { checkReport } from '#reports/checks/check-report.ts';
import { textRules } from '#reports/checks/rules/text.ts';
import type { Figure } from '#reports/figures.ts';
import { filledReport, plainNarratives, someFigures } from './filled-report.ts';
import { agreeing, chapters, differing, nothing, silent } from './narrative-sentences.ts';

/** What is wrong with a text beside the figures of a report. */
function wrongWith(text: string, figures: Readonly<Record<string, Figure>>, organization = '样板区住建局') {
  const report = filledReport(figures, { organization, narratives: { ...plainNarratives, overview: text } });
  return checkReport(national2021, report).violations.filter(({ code }) => Object.hasOwn(textRules, code));
}

const codes = (...given: Parameters<typeof wrongWith>) => wrongWith(...given).map(({ code }) => code);

describe('sentences against the tables', () => {
  it.each(agreeing)('agrees: $text', ({ text }) => {
    expect(wrongWith(text, someFigures)).toEqual([]);
  });

  it.each(differing)('differs: $text', ({ text, wrong }) => {
    expect(codes(text, someFigures)).toEqual(wrong);
  });

  it.each(silent)('says nothing of the tables: $text', ({ text }) => {
    expect(wrongWith(text, someFigures)).toEqual([]);
  });

  it.each(chapters)('agrees as a chapter', ({ text }) => {
    expect(wrongWith(text, someFigures)).toEqual([]);
  });

  it.each(nothing)('agrees with zeros: $text', ({ text }) => {
    expect(wrongWith(text, {})).toEqual([]);
  });

  it.each([...agreeing, ...differing].filter(({ text }) => !/2022|2023|2024/u.test(text)))(
    'is silent when it stands in a sentence on another body: $text',
    ({ text }) => {
      expect(codes(`市教育局${text.replace(/^(?:本年度|全年|我局)/u, '')}`, {})).toEqual([]);
    },
  );
});
