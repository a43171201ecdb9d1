const tallest = 409;

/** Height in points for a text in a cell so many units wide. Excel fits rows neither to merged cells nor to our text. */
export function heightOf(text: string, units: number, size: number): number {
  const perLine = Math.max(2, ((units - 1) * 11) / size);
  const lines = Math.max(1, Math.ceil((Array.from(text).length * 2) / perLine));
  return Math.min(tallest, lines * size * 1.4 + 6);
}
