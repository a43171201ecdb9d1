import type { SourceLine } from '../source.ts';
import type { LabelledFigure } from './labelled-figures.ts';

const rowStart = /^第\d+行(?:：(.*))?$/su;
const quotedMark = /^原文“(.*)”$/su;

// Lines of a table that are too long go on after two blanks, without a character lost.
function wholeLines(lines: readonly SourceLine[]): SourceLine[] {
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

function figureOf(row: string, { text, number }: SourceLine): LabelledFigure {
  const colon = text.lastIndexOf('：');
  return { row, column: text.slice(0, colon), text: valueOf(text.slice(colon + 1)), line: number };
}

/** The figures of a spoken table: of each group that begins with a row's number, every line is one. */
export function spokenFigures(groups: readonly (readonly SourceLine[])[]): LabelledFigure[] {
  return groups.flatMap((group) => {
    const [head, ...figures] = wholeLines(group);
    const row = rowStart.exec(head?.text ?? '');
    return row ? figures.map((line) => figureOf(row[1] ?? '', line)) : [];
  });
}
