import type { SourceLine } from '../source.ts';
import type { LabelledFigure } from './labelled-figures.ts';

const starts = { rows: /^第\d+行(?:：(.*))?$/su, columns: /^第\d+列(?:：(.*))?$/su };
/** A row without a head is named by its number. */
const unnamedRow = /^第\d+行$/u;
const quotedMark = /^原文“(.*)”$/su;

/** Lines of a table that are too long go on after two blanks, without a character lost. */
export function wholeLines(lines: readonly SourceLine[]): SourceLine[] {
  const whole: SourceLine[] = [];
  for (const line of lines) {
    const last = whole.at(-1);
    if (last && line.text.startsWith('  ')) whole[whole.length - 1] = { ...last, text: last.text + line.text.slice(2) };
    else whole.push(line);
  }
  return whole;
}

function valueOf(spoken: string): string {
  return spoken === '空' ? '' : (quotedMark.exec(spoken)?.[1] ?? spoken);
}

function figureOf(head: string, { text, number }: SourceLine, byColumn: boolean): LabelledFigure {
  const colon = text.lastIndexOf('：');
  const [across, figure] = [text.slice(0, colon), { text: valueOf(text.slice(colon + 1)), line: number }];
  if (byColumn) return { row: unnamedRow.test(across) ? '' : across, column: head, ...figure };
  return { row: head, column: across, ...figure };
}

/**
 * The figures of a spoken table: of each group that begins with a row's number, or with a column's where it is read by
 * columns, every line is one.
 */
export function spokenFigures(groups: readonly (readonly SourceLine[])[], byColumn: boolean): LabelledFigure[] {
  const start = byColumn ? starts.columns : starts.rows;
  return groups.flatMap((group) => {
    const [head, ...figures] = group;
    const found = start.exec(head?.text ?? '');
    return found ? figures.map((line) => figureOf(found[1] ?? '', line, byColumn)) : [];
  });
}
