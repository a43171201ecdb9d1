import { NianbaoError } from '#errors/nianbao-error.ts';
import type { Report as StoredReport } from '#reports/report.ts';
import { labelsOf } from '#rollups/comparable.ts';
import {
  compareReports,
  isChanged,
  type ComparedCell as DomainCell,
  type ComparedNarrative as DomainNarrative,
  type Comparison as DomainComparison,
} from '#rollups/comparison.ts';
import type { ParagraphDifference, TextPiece } from '#rollups/text-difference.ts';
import { subjectOfComparison } from '#rendering/subject-of-comparison.ts';
import { shownBy } from '#rendering/subject-of-report.ts';
import { builder } from '../builder.ts';
import { Rendering, renderNow } from './renderings.ts';
import { Report } from './report.ts';

const ComparedCell = builder.objectRef<DomainCell>('ComparedCell').implement({
  description: 'A cell of two reports.',
  fields: (t) => ({
    path: t.exposeString('path'),
    labels: t.stringList({ resolve: ({ path }) => [...labelsOf(path)] }),
    base: t.expose('base', { type: 'Decimal', nullable: true }),
    other: t.expose('other', { type: 'Decimal', nullable: true }),
    difference: t.expose('difference', {
      type: 'Decimal',
      nullable: true,
      description: 'The other less the base, exactly; null where one of them has no figure.',
    }),
    ratio: t.exposeFloat('ratio', {
      nullable: true,
      description: 'The other over the base; null where the base is zero or one of them has no figure.',
    }),
  }),
});

const TextPieceKind = builder.enumType('TextPieceKind', { values: ['SAME', 'REMOVED', 'ADDED'] as const });
const ParagraphKind = builder.enumType('ParagraphKind', { values: ['SAME', 'REMOVED', 'ADDED', 'CHANGED'] as const });

const TextPieceRef = builder.objectRef<TextPiece>('TextPiece').implement({
  description: 'Text that both have, or only the base (REMOVED) or the other (ADDED).',
  fields: (t) => ({ kind: t.expose('kind', { type: TextPieceKind }), text: t.exposeString('text') }),
});

const ComparedParagraph = builder.objectRef<ParagraphDifference>('ComparedParagraph').implement({
  description: 'A paragraph; of a changed one the pieces say what is the same, word by word.',
  fields: (t) => ({
    kind: t.expose('kind', { type: ParagraphKind }),
    pieces: t.field({ type: [TextPieceRef], resolve: ({ pieces }) => [...pieces] }),
  }),
});

const ComparedNarrative = builder.objectRef<DomainNarrative>('ComparedNarrative').implement({
  description: "A chapter's text in two reports.",
  fields: (t) => ({
    heading: t.string({ resolve: ({ chapter }) => `${chapter.number}、${chapter.title}` }),
    changed: t.exposeBoolean('changed'),
    paragraphs: t.field({ type: [ComparedParagraph], resolve: ({ paragraphs }) => [...paragraphs] }),
  }),
});

const Comparison = builder.objectRef<DomainComparison<StoredReport>>('ReportComparison').implement({
  description: 'Two reports side by side: two years of a body, or two bodies.',
  fields: (t) => ({
    base: t.field({ type: Report, resolve: ({ base }) => base }),
    other: t.field({ type: Report, resolve: ({ other }) => other }),
    cells: t.field({
      type: [ComparedCell],
      args: { changedOnly: t.arg.boolean({ defaultValue: false }) },
      resolve: ({ cells }, { changedOnly }) => cells.filter((cell) => !changedOnly || isChanged(cell)),
    }),
    narratives: t.field({ type: [ComparedNarrative], resolve: ({ narratives }) => [...narratives] }),
    leftOut: t.stringList({
      description: 'Paths of cells that are on one of the two forms only.',
      resolve: ({ leftOut }) => [...leftOut],
    }),
    rendering: t.field({
      type: Rendering,
      args: { renderer: t.arg.string({ required: true }), options: t.arg({ type: 'JSONObject' }) },
      resolve: (comparison, args, context) => {
        const shown = { all: [shownBy(comparison.base), shownBy(comparison.other)] };
        return renderNow(subjectOfComparison(comparison), args, context, shown);
      },
    }),
  }),
});

builder.queryField('comparison', (t) =>
  t.field({
    type: Comparison,
    description: 'Compares two reports, figures and text.',
    args: {
      base: t.arg.globalID({ for: [Report], required: true }),
      other: t.arg.globalID({ for: [Report], required: true }),
    },
    resolve: async (_root, { base, other }, { reports }) => {
      const ids = [base.id, other.id];
      const [one, two] = await reports.findMany(ids, 'all');
      if (!one || !two) throw new NianbaoError('NOT_FOUND', { id: one ? other.id : base.id });
      return compareReports(one as StoredReport, two as StoredReport);
    },
  }),
);
