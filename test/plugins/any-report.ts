import * as fc from 'fast-check';
import type { Cell } from '#forms/form.ts';
import { forms } from '#forms/index.ts';
import type { PrintableSource } from '#rendering/printable-report.ts';
import { treeOf, type Figure } from '#reports/figures.ts';
import { narrativeBlocks } from '#reports/narrative.ts';
import type { ReportDraft } from '#reports/report.ts';

const nothing = fc.constantFrom('', '', '/', '-', '—', '——', '无').map((raw) => ({ value: null, raw }));
const count = fc
  .oneof(fc.nat({ max: 99 }), fc.nat(), fc.constantFrom(0, 11398889, Number.MAX_SAFE_INTEGER), fc.maxSafeNat())
  .map((value) => ({ value, raw: undefined }));
const amount = fc
  .constantFrom('0', '72701.2578', '59237.2449', '0.10', '12.00', '0.000001', '12345678901234567.89', '96171.6')
  .map((value) => ({ value, raw: undefined }));

interface Filled {
  readonly value: Figure;
  readonly raw: string | undefined;
}

function anyCell({ kind }: Cell): fc.Arbitrary<Filled> {
  return fc.oneof({ weight: 5, arbitrary: kind === 'decimal' ? amount : count }, { weight: 1, arbitrary: nothing });
}

const invisible = /(?![\u200c\u200d\s])[\p{Cc}\p{Cf}\p{Cs}\p{Noncharacter_Code_Point}]|[\u200b-\u200f\ufeff]/gu;

/** As an import keeps text: one line, single blanks, composed, nothing invisible, no radicals. */
function clean(text: string): string {
  return text
    .replace(invisible, '')
    .replace(/[\u2e80-\u2fd5]/gu, '')
    .replace(/\s+/gu, ' ')
    .normalize('NFC')
    .trim();
}

// What is printed sets a run-in heading and its paragraph side by side, without a blank.
function cleanParagraph(text: string): string {
  return narrativeBlocks(clean(text))
    .map((block) => block.text)
    .join('');
}

const hostile = [
  '甲 | 乙 || 丙',
  '|---|---|',
  '=1+1',
  '+86 10 1234',
  '-',
  '- 不是列表',
  '@SUM(A1)',
  "'引号'",
  '"quoted", “引号”',
  '<b>粗</b> &amp; &lt;script>',
  '<!-- 注释 -->',
  '*强调* **粗** _下划_ ~~划~~ `码`',
  '# 不是标题',
  '1. 不是列表',
  '1.属于国家秘密',
  '2024年，收到申请 35 件',
  '12345',
  '/',
  '😀👍🏽 表情',
  '\\ 反斜杠 \\n',
  '_x0041_ 转义',
  '[x] [链接](http://a.b) ![图](c) [^1]',
  'https://example.org/?a=1&b=2',
  '---',
  '***',
  '> 引文',
  '```',
  '二、主动公开政府信息情况',
  '（一）总体情况',
  '总体情况',
  '空',
  '原文“/”',
  '第1行：一、本年新收',
  '来源：别处',
  '目录，共3项',
  'Ａ　全角',
  'a,b;c\td',
  '{"format":"x"}',
  'kind,path',
  '%PDF-1.7',
] as const;

const words = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom(...hostile) },
  { weight: 2, arbitrary: fc.constantFrom('本年度主动公开信息2147条。', '下一步，将从以下方面改进：', '未收取费用') },
  { weight: 2, arbitrary: fc.string({ unit: 'binary', maxLength: 30 }) },
  { weight: 1, arbitrary: fc.string({ unit: 'grapheme', maxLength: 60 }) },
);

const marks = fc.constantFrom('', '', '（一）', '（二）工作方面。', '1.', '2、做法：', '（3）', '一、', '(四) x: ');

const anyParagraph = fc
  .tuple(marks, fc.array(words, { minLength: 1, maxLength: 3 }))
  .map(([mark, parts]) => cleanParagraph(mark + parts.join('')));

const anyNarrative = fc
  .array(anyParagraph, { maxLength: 5 })
  .map((paragraphs) => paragraphs.filter((paragraph) => paragraph !== '').join('\n\n'));

const identities = fc
  .tuple(fc.constantFrom('北关区工信局', '第3中学', 'A&B <局>', '某市“政府”'), fc.integer({ min: 2021, max: 2030 }))
  .chain(([organization, year]) =>
    fc
      .constantFrom(
        `${organization}${year}年政府信息公开工作年度报告`,
        `${year}年度${organization}政府信息公开工作年度报告`,
        `另一名称${year}年政府信息公开年报`,
      )
      .map((title) => ({ organization, year, title })),
  );

function draftOf(
  identity: Pick<ReportDraft, 'organization' | 'year' | 'title'>,
  form: (typeof forms)[number],
  { cells, texts }: { cells: readonly Filled[]; texts: readonly string[] },
): ReportDraft {
  const filled = [...form.cells.keys()].map((path, index) => [path, cells[index]] as const);
  const narratives = form.chapters.map(({ key, kind }, index) => ({ key, kind, text: texts[index] ?? '' }));
  return {
    ...identity,
    form: form.id,
    narratives: Object.fromEntries(
      narratives.filter(({ kind, text }) => kind === 'narrative' || text !== '').map(({ key, text }) => [key, text]),
    ),
    figures: treeOf(filled.map(([path, cell]) => [path, cell?.value ?? null])),
    raws: treeOf(filled.flatMap(([path, cell]) => (cell?.raw === undefined ? [] : [[path, cell.raw] as const]))),
  };
}

/** Any report on any form, as an import would have made it: every cell, every chapter, hostile text. */
export const anyReport: fc.Arbitrary<ReportDraft> = fc.constantFrom(...forms).chain((form) =>
  fc
    .record({
      identity: identities,
      cells: fc.tuple(...[...form.cells.values()].map(anyCell)),
      texts: fc.tuple(...form.chapters.map(() => anyNarrative)),
    })
    .map(({ identity, cells, texts }) => draftOf(identity, form, { cells, texts })),
);

/** The report as it would be printed. */
export function printableOf({ organization, ...draft }: ReportDraft): PrintableSource {
  return { ...draft, organization: { name: organization }, updatedAt: new Date('2025-01-20T17:30:00Z') };
}
