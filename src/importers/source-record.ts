import { treeOf } from '#reports/figures.ts';
import { placeText, type SourceRecord } from '#reports/source-record.ts';
import type { Division } from './chapters.ts';
import type { CellReading } from './row-figures.ts';

/** What is remembered of the document: where each figure stands in it, and the order of its chapters. */
export function sourceRecord(cells: readonly CellReading[], { chapters }: Division): SourceRecord {
  return {
    places: treeOf(cells.flatMap(([cell, { place }]) => (place ? [[cell.path, placeText(place)] as const] : []))),
    chapters: chapters.map(({ chapter }) => chapter.key),
  };
}
