import type { DocumentOptions } from '#plugin-api/document-options.ts';
import type { Block, PrintableDocument, TableBlock } from '#plugin-api/document.ts';
import type { Change, Review } from '#reports/change.ts';
import { chineseMinute } from '#reports/chinese-day.ts';
import { contentHash } from '#reports/content-hash.ts';
import type { Report } from '#reports/report.ts';
import type { ReviewPolicy, ReviewStage } from '#reports/review-policy.ts';
import { chapter, paragraph, plainTable } from './blocks.ts';
import type { SubjectMaker } from './renderer-catalogue.ts';
import { sheetWords } from './review-sheet-words.ts';

/** A report and all that its review sheet tells of it. */
export interface ReviewSheetSource {
  readonly report: Report;
  readonly policy: ReviewPolicy;
  /** The passes that hold for what the report says now. */
  readonly standing: readonly Review[];
  /** What happened to it, oldest first. */
  readonly states: readonly { readonly at: Date; readonly change: Change }[];
}

type Words = (typeof sheetWords)[DocumentOptions['locale']];
type Entry = readonly [head: string, text: string];

/** What is short stands in a table of one column; cells do not wrap, so that names and opinions are paragraphs. */
function recordTable(id: string, caption: string, entries: readonly Entry[], say: Words): TableBlock {
  const rows = entries.map(([head, text], index) => ({ head, key: String(index + 1), cells: [text] }));
  return plainTable({ id, caption, corner: say.item, unit: '', columns: [say.record], rows });
}

/** So that a line can end in it. */
function grouped(hash: string): string {
  return hash.replaceAll(/.{16}(?=.)/gu, '$& ');
}

function reportBlocks({ report }: ReviewSheetSource, say: Words): Block[] {
  const entries: Entry[] = [
    [say.year, String(report.year)],
    [say.status, say.statuses[report.status]],
    [say.revision, String(report.revision)],
  ];
  return [
    chapter('report', say.report),
    paragraph(say.says(say.unit, report.organization.name)),
    paragraph(say.says(say.reportTitle, report.title)),
    recordTable('table-report', say.report, entries, say),
    paragraph(say.says(say.hash, grouped(contentHash(report)))),
  ];
}

function countsOf(review: Review, standing: readonly Review[], say: Words): string {
  if (standing.includes(review)) return say.holds;
  return review.decision === 'REJECT' ? say.rejected : say.void;
}

function decisionBlocks(review: Review | undefined, id: string, { standing }: ReviewSheetSource, say: Words): Block[] {
  if (!review) return [paragraph(say.says(say.decision, say.open))];
  const done = (isDone: boolean) => (isDone ? say.done : say.notDone);
  const entries: Entry[] = [
    [say.decision, say.decisions[review.decision]],
    [say.at, chineseMinute(review.at)],
    [say.proofread, done(review.proofread)],
    [say.secrecy, done(review.secrecyChecked)],
    [say.counts, countsOf(review, standing, say)],
  ];
  return [
    recordTable(id, say.stage(review.stage, review.title), entries, say),
    paragraph(say.says(say.reviewer, review.reviewer.name)),
    paragraph(say.says(say.opinion, review.note ?? say.none)),
  ];
}

/** What was decided last at each stage. */
function lastDecisions({ report, policy }: ReviewSheetSource): (Review | undefined)[] {
  return policy.stages.map(({ title: name }, index) =>
    report.reviews.findLast(({ stage, title }) => stage === index + 1 && title === name),
  );
}

function stageBlocks(
  stage: ReviewStage,
  { number, review }: { readonly number: number; readonly review: Review | undefined },
  source: ReviewSheetSource,
  say: Words,
): Block[] {
  const { title, post, role, duties, checklist } = stage;
  const named = duties.map((duty) => say.dutyNames[duty]).join(say.listed) || say.none;
  return [
    { type: 'heading', level: 3, text: say.stage(number, title), id: `stage-${number}`, runIn: false },
    paragraph(say.says(say.post, say.postOf(post, say.roles[role]))),
    paragraph(say.says(say.duties, named)),
    ...checklist.map((item) => paragraph(say.box(item))),
    ...decisionBlocks(review, `table-stage-${number}`, source, say),
    paragraph(say.signature),
  ];
}

/** Decisions that others followed, or of stages that are no more. */
function earlierBlocks(source: ReviewSheetSource, say: Words): Block[] {
  const last = lastDecisions(source);
  const earlier = source.report.reviews.filter((review) => !last.includes(review));
  if (earlier.length === 0) return [];
  const line = (review: Review) =>
    [
      say.stage(review.stage, review.title),
      review.reviewer.name,
      chineseMinute(review.at),
      say.decisions[review.decision],
      countsOf(review, source.standing, say),
      say.says(say.opinion, review.note ?? say.none),
    ].join(say.joined);
  return [chapter('earlier', say.earlier), ...earlier.map((review) => paragraph(line(review)))];
}

function publicationBlocks({ states }: ReviewSheetSource, say: Words): Block[] {
  const lines = states.flatMap(({ at, change: { action, actor, note } }) =>
    action === 'PUBLISH' || action === 'CORRECT' || action === 'WITHDRAW'
      ? [[say.steps[action], chineseMinute(at), actor?.name ?? say.none, say.says(say.note, note ?? say.none)]]
      : [],
  );
  return [
    chapter('publication', say.publication),
    ...(lines.length > 0 ? lines.map((line) => paragraph(line.join(say.joined))) : [paragraph(say.unpublished)]),
    paragraph(say.signed),
    paragraph(say.seal),
  ];
}

function printableSheet(source: ReviewSheetSource, locale: DocumentOptions['locale']): PrintableDocument {
  const say: Words = sheetWords[locale];
  const { report, policy } = source;
  const { name } = report.organization;
  const last = lastDecisions(source);
  return {
    title: say.title(name, report.year),
    language: locale,
    metadata: {
      author: name,
      subject: say.subject,
      modified: report.updatedAt.toISOString(),
      keywords: [name, String(report.year), say.subject],
    },
    blocks: [
      ...reportBlocks(source, say),
      chapter('stages', say.stages),
      ...policy.stages.flatMap((stage, index) =>
        stageBlocks(stage, { number: index + 1, review: last[index] }, source, say),
      ),
      ...earlierBlocks(source, say),
      ...publicationBlocks(source, say),
    ],
  };
}

/** The review sheet (审签单) of a report as renderers take it. */
export function subjectOfReviewSheet(source: ReviewSheetSource): SubjectMaker {
  return ({ locale = 'zh-CN' }) => ({ document: printableSheet(source, locale) });
}
