import { entriesOf, type Figure, type PathTree } from './figures.ts';
import type { ReportContent } from './report.ts';

/** A place at which two contents differ: a cell by its path, `narratives.overview`, or `title`. */
export interface Difference {
  readonly path: string;
  /** Null where there was nothing. */
  readonly before: Figure;
  readonly after: Figure;
}

/** What was changed from one content to the other: title, then cells, then narratives. */
export function differencesOf(before: ReportContent, after: ReportContent): Difference[] {
  return [
    ...compare(new Map([['title', before.title]]), new Map([['title', after.title]])),
    ...compare(new Map(shownFigures(before)), new Map(shownFigures(after))),
    ...compare(new Map(texts(before)), new Map(texts(after))),
  ];
}

/** A cell without a number shows what the source wrote in it. */
function shownFigures({ figures, raws }: ReportContent): (readonly [string, Figure])[] {
  return [...entriesOf<Figure>(raws as PathTree<Figure>), ...entriesOf(figures)].filter(([, value]) => value !== null);
}

function texts({ narratives }: ReportContent): (readonly [string, string])[] {
  return Object.entries(narratives).map(([key, text]) => [`narratives.${key}`, text]);
}

function compare(before: ReadonlyMap<string, Figure>, after: ReadonlyMap<string, Figure>): Difference[] {
  const paths = new Set([...before.keys(), ...after.keys()]);
  return [...paths]
    .map((path) => ({ path, before: before.get(path) ?? null, after: after.get(path) ?? null }))
    .filter((one) => one.before !== one.after);
}
