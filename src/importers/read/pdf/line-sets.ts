import { NianbaoError } from '#errors/nianbao-error.ts';
import type { Ruling } from './rulings.ts';

/** Ends of lines that are nearer to each other than this touch. */
const touching = 3.5;
const MOST_PAIRS = 4_000_000;

/** Lines that go on each other in the same direction become one. */
function joined(rulings: readonly Ruling[]): Ruling[] {
  const lines: Ruling[] = [];
  const sorted = rulings.toSorted((a, b) => a.at - b.at || a.from - b.from);
  let open: Ruling[] = [];
  for (const ruling of sorted) {
    open = open.filter((line) => ruling.at - line.at <= 1);
    const before = open.find((line) => ruling.from <= line.to + touching && line.from <= ruling.to + touching);
    const line = before
      ? { ...before, from: Math.min(before.from, ruling.from), to: Math.max(before.to, ruling.to) }
      : ruling;
    if (before) {
      open = open.filter((other) => other !== before);
      lines.splice(lines.lastIndexOf(before), 1);
    }
    open.push(line);
    lines.push(line);
  }
  return lines;
}

function reaches({ from, to }: Ruling, at: number): boolean {
  return from - touching <= at && at <= to + touching;
}

function cross(vertical: Ruling, horizontal: Ruling): boolean {
  return reaches(horizontal, vertical.at) && reaches(vertical, horizontal.at);
}

/** Sets of lines that touch each other: the frames of tables, and of whatever else is framed. */
export function lineSets(rulings: readonly Ruling[]): Ruling[][] {
  const verticals = joined(rulings.filter(({ vertical }) => vertical));
  const horizontals = joined(rulings.filter(({ vertical }) => !vertical));
  if (verticals.length * horizontals.length > MOST_PAIRS)
    throw new NianbaoError('DOCUMENT_UNSAFE', { reason: `PDF > ${MOST_PAIRS}` });
  const sets = new Map<Ruling, Set<Ruling>>();
  for (const horizontal of horizontals) {
    let own = new Set([horizontal]);
    for (const vertical of verticals.filter((line) => cross(line, horizontal))) {
      const other = sets.get(vertical) ?? new Set([vertical]);
      const [larger, smaller] = own.size > other.size ? [own, other] : [other, own];
      for (const line of smaller) larger.add(line);
      own = larger;
      for (const line of own) sets.set(line, own);
    }
  }
  return [...new Set(sets.values())].map((set) => [...set]);
}
