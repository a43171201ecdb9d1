/** What a character is to the syntax of PDF (ISO 32000-1, 7.2.2). */
const [REGULAR, BLANK, DELIMITER] = [0, 1, 2];

const classes = new Uint8Array(256);
for (const code of [0, 9, 10, 12, 13, 32]) classes[code] = BLANK;
for (const character of '()<>[]{}/%') classes[character.charCodeAt(0)] = DELIMITER;

/** Where the blanks and comments from `place` on end. */
export function afterBlanks(text: string, place: number): number {
  let next = place;
  for (;;) {
    while (classes[text.charCodeAt(next)] === BLANK) next += 1;
    if (text[next] !== '%') return next;
    while (next < text.length && text[next] !== '\n' && text[next] !== '\r') next += 1;
  }
}

/** Where the run of ordinary characters from `place` on ends. */
export function afterRun(text: string, place: number): number {
  let next = place;
  while (next < text.length && classes[text.charCodeAt(next)] === REGULAR) next += 1;
  return next;
}

/** Where the string that begins at `place`, in parentheses or angle brackets, ends. Throws when it does not. */
export function afterString(text: string, place: number): number {
  const end = text[place] === '<' ? text.indexOf('>', place) + 1 : afterParentheses(text, place);
  if (end === 0) throw new Error(`A string that begins at byte ${place} does not end.`);
  return end;
}

function afterParentheses(text: string, place: number): number {
  let depth = 0;
  for (let index = place; index < text.length; index += 1) {
    const character = text[index];
    if (character === '\\') index += 1;
    else if (character === '(') depth += 1;
    else if (character === ')' && --depth === 0) return index + 1;
  }
  return 0;
}
