import { leafPaths, type TableBlock } from 'nianbao/plugin-api';
import { entryOf, type TaggedElement } from './elements.ts';
import type { PdfModel } from './read-model.ts';
import type { Shown } from './shown-content.ts';
import { headersOf, rowsOf } from './tables.ts';

/** A figure with the heads that it is announced with. */
export type Announced = readonly [heads: string, figure: string];

const plain = (text: string) => text.replace(/\s/gu, '');

function isWithin(element: TaggedElement | undefined, outer: TaggedElement): boolean {
  return element !== undefined && (element === outer || isWithin(element.parent, outer));
}

/** What is shown of an element, artifacts left out. */
function textOf(element: TaggedElement, shown: readonly Shown[]): string {
  const own = shown.filter(({ owner, marks }) => isWithin(owner, element) && !marks.includes('Artifact'));
  return plain(own.flatMap(({ glyphs }) => glyphs.map(({ text }) => text)).join(''));
}

/** The figures of each table as a reader announces them, in the order of the document. */
export function announcedTables({ elements, shown }: PdfModel): Announced[][] {
  return elements.filter(({ standard }) => standard === 'Table').map((table) => announced(table, shown));
}

function announced(table: TaggedElement, shown: readonly Shown[]): Announced[] {
  const cells = rowsOf(table).flatMap(({ kids }) => kids);
  const heads = new Map(cells.map((cell) => [entryOf(cell, 'ID') ?? '', textOf(cell, shown)]));
  const figures = cells.filter((cell) => headersOf(cell).length > 0);
  return figures
    .filter(({ standard }) => standard === 'TD')
    .map((cell) => [
      headersOf(cell)
        .map((id) => heads.get(id) ?? '?')
        .join('/'),
      textOf(cell, shown),
    ]);
}

/** The same as the printed document has it; what is empty says so. */
export function figuresOf({ rows, columns, cells }: TableBlock): Announced[] {
  const [rowPaths, columnPaths] = [leafPaths(rows), leafPaths(columns)];
  return cells.flatMap((line, row) =>
    line.map(({ text, state }, column): Announced => {
      const heads = [...(columnPaths[column] ?? []), ...(rowPaths[row] ?? [])].filter((label) => label !== '');
      return [heads.map(plain).join('/'), state === 'empty' ? '空' : plain(text)];
    }),
  );
}
