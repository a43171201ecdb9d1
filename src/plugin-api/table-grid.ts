import type { HeaderNode } from './document.ts';

/** A head placed in a grid; `line` and `position` count from 0, spans from 1. */
export interface HeaderCell {
  readonly label: string;
  /** Labels from the outermost head to this one. */
  readonly path: readonly string[];
  /** Depth in the tree: the row of a column head, the column of a row head. */
  readonly line: number;
  /** First leaf that the head covers. */
  readonly position: number;
  /** Leaves that the head covers. */
  readonly leaves: number;
  /** Lines of heads that it fills: 1, or more where a leaf has fewer heads above it than its neighbours. */
  readonly lines: number;
  readonly leaf: boolean;
}

/** Number of lines of heads that a tree needs; at least 1 unless it is empty. */
export function headerDepth(nodes: readonly HeaderNode[]): number {
  return nodes.reduce((depth, node) => Math.max(depth, 1 + headerDepth(node.children)), 0);
}

/** Places every head of a tree; leaves reach down to the last line. In order of leaves, outer heads first. */
export function placeHeaders(nodes: readonly HeaderNode[]): HeaderCell[] {
  const depth = headerDepth(nodes);
  const place = (siblings: readonly HeaderNode[], line: number, position: number, above: readonly string[]) => {
    const cells: HeaderCell[] = [];
    let next = position;
    for (const node of siblings) {
      const path = [...above, node.label];
      const leaf = node.children.length === 0;
      const below = place(node.children, line + 1, next, path);
      const leaves = leaf ? 1 : below.filter((cell) => cell.leaf).length;
      cells.push(
        { label: node.label, path, line, position: next, leaves, lines: leaf ? depth - line : 1, leaf },
        ...below,
      );
      next += leaves;
    }
    return cells;
  };
  return place(nodes, 0, 0, []);
}

/** The heads of each leaf, outermost first. */
export function leafPaths(nodes: readonly HeaderNode[]): (readonly string[])[] {
  return placeHeaders(nodes)
    .filter((cell) => cell.leaf)
    .map((cell) => cell.path);
}
