import type { EditPageQuery } from '../../generated/graphql.ts';

type Report = NonNullable<EditPageQuery['report']>;

/** What is typed, by what it is: `title`, `narratives.overview`, or the path of a cell. */
export type Entries = Readonly<Record<string, string>>;

/** Chapters of text. */
export const CHAPTERS = ['overview', 'problems', 'otherMatters'] as const;

/** What a report says, as one would type it. */
export function entriesOf(report: Report): Entries {
  const cells = report.tables.flatMap(({ rows }) => rows.flatMap((row) => row.cells));
  return {
    title: report.title,
    ...Object.fromEntries(CHAPTERS.map((chapter) => [`narratives.${chapter}`, report[chapter].text])),
    ...Object.fromEntries(cells.map(({ path, value }) => [path, typeof value === 'number' ? String(value) : ''])),
  };
}

/** Full-width digits, separators of thousands and blanks, as they come from documents, are digits all the same. */
export function normalize(text: string): string {
  return text.normalize('NFKC').replaceAll(/[\s,，]/gu, '');
}

/** A figure as the gateway takes it: null for blank, a number, or a decimal as a text; undefined when it is none. */
function figureOf(text: string): number | string | null | undefined {
  const plain = normalize(text);
  if (plain === '') return null;
  if (/^-?\d{1,15}$/u.test(plain)) return Number(plain);
  return /^-?\d{1,30}\.\d{1,10}$/u.test(plain) ? plain : undefined;
}

function isCell(key: string): boolean {
  return key !== 'title' && !key.startsWith('narratives.');
}

/** Whether an entry can be sent. */
export function isValid(key: string, text: string): boolean {
  return !isCell(key) || figureOf(text) !== undefined;
}

/** What was typed and is not saved. */
export function unsaved(values: Entries, saved: Entries): readonly string[] {
  return Object.keys(values).filter((key) => values[key] !== saved[key]);
}

/** The changes of these entries, as `updateReport` takes them. */
export function changesOf(keys: readonly string[], values: Entries) {
  const cells = keys.filter(isCell).map((key) => [key, figureOf(values[key] ?? '')] as const);
  const texts = keys.filter((key) => key.startsWith('narratives.'));
  return {
    ...(keys.includes('title') ? { title: values['title'] ?? '' } : {}),
    ...(cells.length > 0 ? { cells: Object.fromEntries(cells) } : {}),
    ...(texts.length > 0
      ? { narratives: Object.fromEntries(texts.map((key) => [key.slice('narratives.'.length), values[key] ?? ''])) }
      : {}),
  };
}
