import type { ChapterDefinition } from '#forms/form-definition.ts';
import { formOf, forms } from '#forms/index.ts';
import type { FigureTree } from '#reports/figures.ts';
import type { ReportPart } from '#store/report-store.ts';
import { builder, stored } from '../builder.ts';
import { figureType } from '../form-types.ts';
import { read } from '../selection.ts';
import { Narrative } from './narratives.ts';
import { Report } from './report.ts';

// A report before the forms has no chapters; the newest form names them then.
function chapterOf(report: ReportPart, key: string): ChapterDefinition {
  const own = formOf({ form: read(report.form) }).chapters.find((chapter) => chapter.key === key);
  return read(own ?? chapters.get(key));
}

function narrativeOf(report: ReportPart, key: string): { heading: string; text: string } {
  const { number, title } = chapterOf(report, key);
  return { heading: `${number}、${title}`, text: report.narratives?.[key] ?? '' };
}

/** Chapters of every form by key; the first form that has one gives its title. */
const chapters = new Map(
  forms.flatMap((form) => form.chapters.map((chapter) => [chapter.key, chapter] as const)).reverse(),
);

for (const [key, chapter] of chapters) {
  const description = `${chapter.number}、${chapter.title}`;
  builder.objectField(Report, key, (t) =>
    chapter.kind === 'narrative'
      ? t.field({
          type: Narrative,
          description,
          ...stored({ reads: ['form', `narratives.${key}`] }),
          resolve: (report) => narrativeOf(report, key),
        })
      : t.field({
          type: figureType(chapter.shape),
          description,
          ...stored({ segment: `figures.${key}` }),
          resolve: ({ figures }) => ((figures as FigureTree | undefined)?.[key] ?? {}) as FigureTree,
        }),
  );
}

const figureChapters = [...chapters.values()].filter(({ kind }) => kind === 'figures').map(({ key }) => key);

builder.objectField(Report, 'remarks', (t) =>
  t.field({
    type: [Narrative],
    description: 'Text that the body wrote beside the tables of chapters two to four.',
    ...stored({ reads: ['form', ...figureChapters.map((key) => `narratives.${key}`)] }),
    resolve: (report) =>
      figureChapters.filter((key) => report.narratives?.[key] !== undefined).map((key) => narrativeOf(report, key)),
  }),
);

builder.objectField(Report, 'introduction', (t) =>
  t.string({
    nullable: true,
    description: 'Text before the first chapter, paragraphs separated by a blank line.',
    ...stored({ reads: ['narratives.introduction'] }),
    resolve: ({ narratives }) => narratives?.['introduction'] ?? null,
  }),
);
