import { readFile } from 'node:fs/promises';
import { formOf } from '#forms/index.ts';
import { readDocument } from '#importers/read-document.ts';
import { checkAgainstOthers, checkReport, judgeRules } from '#reports/checks/check-report.ts';
import { legalDueDates } from '#reports/checks/subject.ts';
import { plainNarratives, filledReport, someFigures } from '../reports/filled-report.ts';
import { agreeing } from '../reports/narrative-sentences.ts';
import { atMost, compare, conclude, demand, say } from './aims.ts';
import { interleave } from './measure.ts';

// npm run bench -- checks: what the rules cost, one report at a time.

const ROUNDS = 4;
const TIMES = 5;

const sample = await readDocument(
  await readFile(new URL('../../src/app/sample/beiguan-gongxinju-2024.txt', import.meta.url), 'utf8'),
);
const sentences = agreeing.map(({ text }) => text).join('\n\n');
const told = filledReport(someFigures, { narratives: { ...plainNarratives, overview: sentences } });
const others = {
  previous: { ...sample, year: sample.year - 1 },
  filing: { now: new Date(), due: legalDueDates },
};
const form = formOf(sample);

/** So many times in a row, so that a clock can tell. */
function repeated(work: () => unknown): () => Promise<void> {
  return () => {
    for (let time = 0; time < TIMES; time += 1) work();
    return Promise.resolve();
  };
}

const medians = await interleave(
  {
    alone: repeated(() => checkReport(form, sample)),
    talkative: repeated(() => checkReport(form, told)),
    beside: repeated(() => checkAgainstOthers(form, sample, others)),
    all: repeated(() => judgeRules(form, sample, others)),
  },
  ROUNDS,
);
const each = (name: keyof typeof medians) => medians[name] / TIMES;

say(`a report by itself: ${each('alone').toFixed(3)} ms`);
say(`one whose narrative has ${agreeing.length} sentences on the tables: ${each('talkative').toFixed(3)} ms`);
say(`beside last year’s report: ${each('beside').toFixed(3)} ms`);
say(`every rule and how it stands: ${each('all').toFixed(3)} ms`);
compare('by itself, and beside last year’s report', [each('alone'), each('beside')], atMost(2));
demand('a report by itself takes about a millisecond (under 3)', each('alone') < 3);
conclude();
