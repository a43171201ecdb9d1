import { headerDepth, placeHeaders, type HeaderCell, type HeaderNode } from 'nianbao/plugin-api';

/** A head with the id that figures refer to. */
export interface Head extends HeaderCell {
  readonly id: string;
  /** Ids of the labelled heads above it, outermost first, with a blank between; undefined where there are none. */
  readonly above: string | undefined;
}

/** The heads of one side of a table. */
export interface Heads {
  readonly cells: readonly Head[];
  /** Lines of heads; 0 when no head has a label. */
  readonly depth: number;
  readonly leaves: number;
}

function idsAbove(cell: HeaderCell, heads: readonly Omit<Head, 'above'>[]): string | undefined {
  const above = heads.filter(
    ({ line, position, leaves, label }) =>
      line < cell.line && label !== '' && position <= cell.position && cell.position < position + leaves,
  );
  return above.length === 0 ? undefined : above.map(({ id }) => id).join(' ');
}

/** Places the heads and names them; `prefix` tells the sides of all tables of a page apart. */
export function headsOf(nodes: readonly HeaderNode[], prefix: string): Heads {
  const placed = placeHeaders(nodes).map((cell) => ({ ...cell, id: `${prefix}${cell.line}-${cell.position}` }));
  const cells = placed.map((cell) => ({ ...cell, above: idsAbove(cell, placed) }));
  const labelled = cells.some((cell) => cell.label !== '');
  return {
    cells,
    depth: labelled ? headerDepth(nodes) : 0,
    leaves: cells.filter((cell) => cell.leaf).length,
  };
}

/** Ids of the labelled heads above each leaf, outermost first, with a blank between. */
export function headIdsByLeaf({ cells, leaves }: Heads): string[] {
  return Array.from({ length: leaves }, (_, leaf) =>
    cells
      .filter((head) => head.label !== '' && head.position <= leaf && leaf < head.position + head.leaves)
      .map((head) => head.id)
      .join(' '),
  );
}
