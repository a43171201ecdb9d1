const SIZE = 4;

function piecesOf(text: string): ReadonlySet<string> {
  const pieces = new Set<string>();
  for (let from = 0; from + SIZE <= text.length; from += 1) pieces.add(text.slice(from, from + SIZE));
  return pieces;
}

/** How much two texts are alike, 0 to 1: the part of their pieces of four characters that both have. */
export function similarity(a: string, b: string): number {
  const [some, others] = [piecesOf(a), piecesOf(b)];
  let shared = 0;
  for (const piece of some) if (others.has(piece)) shared += 1;
  const all = some.size + others.size - shared;
  return all === 0 ? 1 : shared / all;
}
