import type { Sentence } from '#errors/locale.ts';
import type { Cell } from '#forms/form.ts';
import { forms } from '#forms/index.ts';
import { goldenDocument } from '#plugin-host/choosing/golden-document.ts';
import { goldenValues } from '#rendering/golden-values.ts';
import { subjectOfReport } from '#rendering/subject-of-report.ts';
import type { RenderSubject } from '#rendering/renderer-catalogue.ts';
import { fillForm, type Filling, type SamplePlan } from './fill-form.ts';

/** A report that every renderer must manage. */
export interface Sample extends RenderSubject {
  readonly id: string;
  readonly title: Sentence;
}

const paragraph =
  '围绕群众和企业关心的事项，及时更新办事指南，主动公开政府信息2147条，其中 <政策文件> 36条 & “图说”58篇，做到申报条件、办理流程、评审结果全过程公开。';

const narrative = [
  '2024年度，本机关按照政务公开有关要求，进一步加强政府信息公开工作。具体如下：',
  `（一）主动公开方面。${paragraph}`,
  `（二）依申请公开方面。\n\n1.制度建设。${paragraph}`,
].join('\n\n');

/** Cells in sums are zero, so that all sums agree. */
function ordinary({ kind }: Cell, index: number, summed: boolean): Filling {
  if (kind === 'decimal') return { value: '72701.2578' };
  return { value: summed ? 0 : index };
}

function blanks(cell: Cell, index: number, summed: boolean): Filling {
  if (index % 5 === 0) return { value: null, raw: '/' };
  return index % 2 === 0 ? { value: null } : ordinary(cell, index, summed);
}

const broken = ({ kind }: Cell, index: number): Filling => ({ value: kind === 'decimal' ? '0.10' : index + 1 });

const long = ({ kind }: Cell, index: number): Filling => ({
  value: kind === 'decimal' ? '12345678901234567.89' : Number.MAX_SAFE_INTEGER - index,
});

const longNarrative = Array.from({ length: 200 }, (_, index) => `${index + 1}.第${index + 1}项。${paragraph}`).join(
  '\n\n',
);

function sampleOf(id: string, title: Sentence, plan: SamplePlan): Sample {
  return { id, title, ...subjectOfReport(fillForm(forms[0]!, plan))({}) };
}

/** Reports of the newest national form, and one document with every kind of block. */
export const samples: readonly Sample[] = [
  sampleOf('ordinary', { zh: '一份普通年报', en: 'an ordinary report' }, { fill: ordinary, narrative }),
  sampleOf(
    'blank-cells',
    { zh: '有空格和“/”的年报', en: 'a report with blank cells and nil marks' },
    { fill: blanks, narrative },
  ),
  sampleOf(
    'violations',
    { zh: '勾稽关系不符的年报', en: 'a report whose sums do not agree' },
    { fill: broken, narrative },
  ),
  sampleOf('long-figures', { zh: '数字很长的年报', en: 'a report with very long figures' }, { fill: long, narrative }),
  sampleOf(
    'no-narrative',
    { zh: '没有文字的年报', en: 'a report without any text' },
    { fill: ordinary, narrative: '' },
  ),
  {
    id: 'every-block',
    title: { zh: '含各类内容块的文档', en: 'a document with every kind of block' },
    document: goldenDocument,
    values: goldenValues(),
  },
];

/** The longest report that a renderer should manage within its limits. */
export const longReport: Sample = sampleOf(
  'long-report',
  { zh: '一份很长的年报', en: 'a very long report' },
  { fill: long, narrative: longNarrative },
);
