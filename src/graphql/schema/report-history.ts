import { changeActions, type Correction, type Review } from '#reports/change.ts';
import type { Difference } from '#reports/differences.ts';
import { differencesAt, historyOf, type HistoryEntry } from '#review/history.ts';
import { builder, stored } from '../builder.ts';
import { read } from '../selection.ts';
import { Report } from './report.ts';
import { ReviewDecision } from './review-policies.ts';

const DifferenceRef = builder.objectRef<Difference>('Difference').implement({
  description: 'A place that a change changed: a cell by its path, narratives.overview, or title.',
  fields: (t) => ({
    path: t.exposeString('path'),
    before: t.string({ nullable: true, resolve: ({ before }) => (before === null ? null : String(before)) }),
    after: t.string({ nullable: true, resolve: ({ after }) => (after === null ? null : String(after)) }),
  }),
});

/** An entry, the report that it is of, and whether it is shown to somebody who sees the working edition. */
type ShownEntry = HistoryEntry & { readonly report: string; readonly isOwn: boolean };

const HistoryEntryRef = builder.objectRef<ShownEntry>('HistoryEntry').implement({
  description: 'Something that happened to a report.',
  fields: (t) => ({
    at: t.expose('at', { type: 'DateTime' }),
    actor: t.exposeString('actor', { nullable: true, description: 'Null when nobody was signed in, and for readers.' }),
    action: t.exposeString('action', { description: [...changeActions, 'VOID'].join(', ') }),
    revision: t.exposeInt('revision'),
    note: t.exposeString('note', { nullable: true }),
    stage: t.exposeInt('stage', { nullable: true, description: 'The stage that was passed, rejected or voided.' }),
    differences: t.field({
      type: [DifferenceRef],
      description: 'What the revision changed of figures and texts; nothing for readers, who have corrections.',
      resolve: ({ report, revision, isOwn, action }, _, { store }) =>
        isOwn && action === 'EDIT' ? differencesAt(store, report, revision) : [],
    }),
  }),
});

const ReviewRef = builder.objectRef<Review>('Review').implement({
  description: 'What a reviewer decided at a stage.',
  fields: (t) => ({
    stage: t.exposeInt('stage'),
    title: t.exposeString('title', { description: 'What the stage was called, for example 一审一校.' }),
    post: t.string({ resolve: ({ role }) => role }),
    reviewer: t.string({ resolve: ({ reviewer }) => reviewer.name }),
    decision: t.expose('decision', { type: ReviewDecision }),
    proofread: t.exposeBoolean('proofread'),
    secrecyChecked: t.exposeBoolean('secrecyChecked'),
    note: t.exposeString('note', { nullable: true }),
    at: t.expose('at', { type: 'DateTime' }),
    voided: t.exposeBoolean('voided', { description: 'It counts no more: the report was edited or sent back since.' }),
  }),
});

const CorrectionRef = builder.objectRef<Correction>('Correction').implement({
  description: 'What was changed after the first publication.',
  fields: (t) => ({
    at: t.expose('at', { type: 'DateTime' }),
    revision: t.exposeInt('revision'),
    note: t.exposeString('note'),
    paths: t.stringList({ resolve: ({ paths }) => [...paths] }),
  }),
});

builder.objectFields(Report, (t) => ({
  history: t.field({
    type: [HistoryEntryRef],
    description:
      'What happened to the report, oldest first: import, edits, reviews, publication. Readers see publications.',
    ...stored({ reads: ['id'] }),
    resolve: async ({ id }, _, { reports }) => {
      const { isWorking, states } = await reports.history(id);
      return historyOf(states).map((entry) => ({ ...entry, report: id, isOwn: isWorking }));
    },
  }),
  reviews: t.field({
    type: [ReviewRef],
    description: 'Every decision of a reviewer, oldest first; for those who see the working edition.',
    ...stored({ reads: ['reviews'] }),
    resolve: ({ reviews }) => [...read(reviews)],
  }),
  corrections: t.field({
    type: [CorrectionRef],
    description: 'What was changed after the first publication, for readers to see.',
    ...stored({ reads: ['corrections'] }),
    resolve: ({ corrections }) => [...read(corrections)],
  }),
  withdrawalReason: t.string({
    nullable: true,
    description: 'Why a withdrawn report is gone.',
    ...stored({ reads: ['status', 'change'] }),
    resolve: ({ status, change }) => (read(status) === 'WITHDRAWN' ? (change?.note ?? null) : null),
  }),
}));
