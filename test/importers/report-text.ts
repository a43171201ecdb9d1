import type { Form } from '#forms/form.ts';

/** The figures of a report by their paths. */
export type Figures = ReadonlyMap<string, number | string>;

/** Writes a report the way a PDF's text comes out, with the given figures; for tests only. */
export function writeReportText(
  form: Form,
  figures: Figures,
  title = '样板区住建局2023年政府信息公开工作年度报告',
): string {
  const chapters = form.chapters.map((chapter) => {
    const heading = `${chapter.number}、${chapter.title}`;
    if (chapter.kind === 'narrative') return `${heading}\n\n本章说明“${chapter.title}”。`;
    const tables = form.tables
      .filter((table) => table.chapter === chapter)
      .map((table) => {
        const columns = table.columns.map((column) => column.labels.at(-1)).join(' ');
        const rows = table.cells.map((cells) => {
          const label = cells[0]?.row.definition.label ?? '';
          return `${label} ${cells.map((cell) => figures.get(cell.path) ?? 0).join(' ')}`.trim();
        });
        return [table.definition.title, columns, ...rows].join('\n\n');
      });
    return [heading, ...tables].join('\n\n');
  });
  return [title, ...chapters].join('\n\n');
}
