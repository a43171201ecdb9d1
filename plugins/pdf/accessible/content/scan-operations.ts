import { afterBlanks, afterRun, afterString } from '../file/characters.ts';

/** Told of each operation: its operator, and where it stands with its operands and the blanks before them. */
export type Visit = (operator: string, start: number, end: number) => void;

const constants = new Set(['true', 'false', 'null']);
const mayBegin = new Uint8Array(256);
for (const character of `ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz'"`) mayBegin[character.charCodeAt(0)] = 1;

/** Goes through a content stream (ISO 32000-1, 7.8.2), given as one character a byte. Throws on inline images. */
export function scanOperations(text: string, visit: Visit): void {
  let start = 0;
  for (let place = afterBlanks(text, 0); place < text.length; place = afterBlanks(text, place)) {
    const end = afterOperand(text, place);
    const first = text.charCodeAt(place);
    const word = mayBegin[first] === 1 ? text.slice(place, end) : '';
    place = end;
    if (word === '' || constants.has(word)) continue;
    if (word === 'BI') throw new Error('Inline images are not expected in what the browser prints.');
    visit(word, start, end);
    start = end;
  }
}

/** Where the operand or operator that begins at `place` ends; lists and dictionaries are one. */
function afterOperand(text: string, place: number): number {
  const character = text[place];
  if (character === '[') return afterAll(text, place + 1, ']');
  if (character === '<' && text[place + 1] === '<') return afterAll(text, place + 2, '>>');
  if (character === '(' || character === '<') return afterString(text, place);
  return afterRun(text, place + 1);
}

function afterAll(text: string, first: number, mark: string): number {
  let place = afterBlanks(text, first);
  while (!text.startsWith(mark, place)) {
    if (place >= text.length) throw new Error('The content stream ends in the middle of an operand.');
    place = afterBlanks(text, afterOperand(text, place));
  }
  return place + mark.length;
}
