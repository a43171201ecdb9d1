/** One cell of a table's head: its text, where it begins and how far it reaches. */
export interface Head {
  readonly text: string;
  readonly level: number;
  readonly start: number;
  /** Columns (or rows) below it. */
  readonly span: number;
  /** Levels that it fills; more than one where nothing stands below it. */
  readonly depth: number;
}

type Labels = readonly string[];

/** Those that follow each other and have the same labels down to a level, as one head each. */
function headsOfLevel(all: readonly Labels[], level: number, levels: number): Head[] {
  const heads: Head[] = [];
  let start = 0;
  while (start < all.length) {
    const labels = all[start] ?? [];
    const path = labels.slice(0, level + 1).join('\u0000');
    let end = start + 1;
    while (end < all.length && (all[end] ?? []).slice(0, level + 1).join('\u0000') === path) end += 1;
    const text = labels[level];
    const isDeepest = level === labels.length - 1;
    if (text !== undefined)
      heads.push({ text, level, start, span: end - start, depth: isDeepest ? levels - level : 1 });
    start = end;
  }
  return heads;
}

/** Heads of nested labels, level by level from the outermost. */
export function headsOf(all: readonly Labels[]): readonly (readonly Head[])[] {
  const levels = Math.max(0, ...all.map((labels) => labels.length));
  return Array.from({ length: levels }, (_, level) => headsOfLevel(all, level, levels));
}
