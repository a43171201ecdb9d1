import type { HeaderNode, TableCell } from 'nianbao/plugin-api';

const total = /(?:总计|合计)$|^(?:grand )?total$/iu;

interface Counted {
  readonly node: HeaderNode;
  /** Positions of the leaves below, counted over the whole table. */
  readonly leaves: readonly number[];
}

function count(nodes: readonly HeaderNode[], from: number): Counted[] {
  let next = from;
  return nodes.map((node) => {
    const below = node.children.length === 0 ? [next] : count(node.children, next).flatMap(({ leaves }) => leaves);
    next += below.length;
    return { node, leaves: below };
  });
}

/** For each leaf that is the total of its group, the positions of the leaves that it should be the sum of. */
export function totalParts(nodes: readonly HeaderNode[], from = 0): Map<number, readonly number[]> {
  const counted = count(nodes, from);
  const parts = new Map<number, readonly number[]>();
  const totals = counted.filter(({ node }) => node.children.length === 0 && total.test(node.label));
  const [own] = totals;
  const others = counted.filter((sibling) => sibling !== own).flatMap(({ leaves }) => leaves);
  if (own && totals.length === 1 && others.length > 0) parts.set(own.leaves[0] ?? 0, others);
  for (const { node, leaves } of counted)
    for (const [leaf, summands] of totalParts(node.children, leaves[0])) parts.set(leaf, summands);
  return parts;
}

function wholeNumber(cell: TableCell | undefined): number {
  return cell?.state === 'figure' && /^\d{1,15}$/u.test(cell.text) ? Number(cell.text) : Number.NaN;
}

/** Whether a total is exactly the sum of whole parts, so that computing it again changes nothing. */
export function agrees(stated: TableCell, parts: readonly (TableCell | undefined)[]): boolean {
  const sum = parts.reduce((before, part) => before + wholeNumber(part), 0);
  return Number.isSafeInteger(sum) && sum === wholeNumber(stated);
}
