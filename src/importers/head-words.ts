import type { FormTable } from '#forms/form.ts';
import type { ColumnDefinition } from '#forms/form-definition.ts';
import { foldLabel } from './characters.ts';

/** Pieces of labels shorter than this are words of their own only when they stand alone. */
const shortestFragment = 2;

/** The words of a table's heads, by which its own lines are told from prose beside it. */
export class HeadWords {
  readonly #labels: readonly string[];

  constructor(tables: readonly FormTable[]) {
    const words = tables.flatMap(({ definition, rows, columns }) => [
      definition.title,
      definition.corner ?? '',
      definition.note ?? '',
      `单位${definition.unit}`,
      ...[...rows, ...columns].flatMap((leaf) => leaf.labels),
      ...rows.flatMap((row) => row.definition.aliases ?? []),
    ]);
    this.#labels = [...new Set(words.map(foldLabel))].filter((word) => word !== '');
  }

  /** Whether a text without spaces is made of fragments of the heads and of nothing else. */
  contains(text: string): boolean {
    if (text.endsWith('。')) return false;
    const folded = foldLabel(text).replace(/^[（(]|[）)]$/gu, '');
    return folded === '' || this.#isFragment(folded) || this.#isJoined(folded);
  }

  #isFragment(text: string): boolean {
    return this.#labels.some((label) => label.includes(text));
  }

  /** 总计商业 is the end of one head and the beginning of another. */
  #isJoined(text: string): boolean {
    for (let end = text.length - shortestFragment; end >= shortestFragment; end--) {
      const rest = text.slice(end);
      if (this.#isFragment(text.slice(0, end)) && (this.#isFragment(rest) || this.#isJoined(rest))) return true;
    }
    return false;
  }
}

function isSubsequence(label: string, text: string): boolean {
  let position = 0;
  for (const character of text) if (character === label[position]) position++;
  return position === label.length;
}

/** A head whose lines are interrupted by those of its neighbours is there only character by character. */
function isMissing(wordings: readonly string[], text: string): boolean {
  return (
    wordings.some((wording) => text.includes(wording)) || !wordings.some((wording) => isSubsequence(wording, text))
  );
}

/** The first of a group of neighbouring heads that the text does not have in the order of the form, or undefined. */
function misplaced(columns: readonly ColumnDefinition[], text: string): string | undefined {
  let position = 0;
  for (const { label, aliases = [], columns: below } of columns) {
    const wordings = [label, ...aliases].map(foldLabel);
    const after = wordings.map((wording) => text.indexOf(wording, position)).filter((index) => index >= 0);
    if (after.length > 0) position = Math.min(...after) + 1;
    else if (!below && isMissing(wordings, text)) return label;
  }
  return undefined;
}

/** Finds a column head that is missing from the folded text of a table's heads, or stands in another place. */
export function findMisplacedColumn(columns: readonly ColumnDefinition[], text: string): string | undefined {
  const own = misplaced(columns, text);
  if (own !== undefined) return own;
  for (const { columns: below } of columns) {
    const found = below && findMisplacedColumn(below, text);
    if (found !== undefined) return found;
  }
  return undefined;
}
