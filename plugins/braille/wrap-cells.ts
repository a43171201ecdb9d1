const BLANK = '\u2800';
const INDENT = BLANK.repeat(2);

function pieces(word: string, room: number): string[] {
  return Array.from({ length: Math.ceil(word.length / room) }, (_, index) =>
    word.slice(index * room, (index + 1) * room),
  );
}

/** Breaks a line of cells at its blanks; it goes on after two blanks. A word that is longer than a line is parted. */
export function wrapCells(line: string, length: number): string[] {
  const words = line
    .split(new RegExp(`[${BLANK} ]+`, 'u'))
    .filter((word) => word !== '')
    .flatMap((word) => pieces(word, length - INDENT.length));
  const lines: string[] = [];
  let current = '';
  for (const word of words) {
    const longer = current === '' ? word : `${current}${BLANK}${word}`;
    if (longer.length <= length) current = longer;
    else {
      lines.push(current);
      current = `${INDENT}${word}`;
    }
  }
  return [...lines, current];
}
