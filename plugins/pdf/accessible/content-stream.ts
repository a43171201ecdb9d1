/** An operator of a page's content stream with its operands; `start` and `end` are places in the stream's text. */
export interface Operation {
  readonly operator: string;
  readonly operands: readonly string[];
  readonly start: number;
  readonly end: number;
}

/** A text in parentheses ends at the one that closes it; all else is a run of characters or a delimiter. */
const token = /[\s\0]+|%[^\r\n]*|<<|>>|<[\da-fA-F\s]*>|[[\]{}]|\/[^\s\0()<>[\]{}/%]*|[^\s\0()<>[\]{}/%]+|\(/uy;

const isOperator = /^(?:[A-Za-z]|['"*]).*$/u;
const constants = new Set(['true', 'false', 'null']);

/** The operations of a content stream (ISO 32000-1, 7.8.2), given as one character a byte. Throws on inline images. */
export function readOperations(text: string): Operation[] {
  const operations: Operation[] = [];
  let operands: string[] = [];
  let depth = 0;
  for (const { value, start, end } of tokensOf(text)) {
    if (value === 'BI') throw new Error('Inline images are not expected in what the browser prints.');
    if (value === '<<' || value === '[') depth += 1;
    if (value === '>>' || value === ']') depth -= 1;
    if (depth > 0 || !isOperator.test(value) || constants.has(value)) {
      operands.push(value);
      continue;
    }
    operations.push({ operator: value, operands, start, end });
    operands = [];
  }
  return operations.map((operation, index) => ({ ...operation, start: operations[index - 1]?.end ?? 0 }));
}

interface Token {
  readonly value: string;
  readonly start: number;
  readonly end: number;
}

function* tokensOf(text: string): Generator<Token> {
  for (let start = 0; start < text.length;) {
    token.lastIndex = start;
    const [found] = token.exec(text) ?? [];
    if (found === undefined) throw new Error(`The content stream can not be read at byte ${start}.`);
    const end = found === '(' ? endOfText(text, start) : start + found.length;
    const value = text.slice(start, end);
    if (!/^(?:[\s\0]|%)/u.test(value)) yield { value, start, end };
    start = end;
  }
}

function endOfText(text: string, start: number): number {
  let depth = 0;
  for (let index = start; index < text.length; index += 1) {
    const character = text[index];
    if (character === '\\') index += 1;
    else if (character === '(') depth += 1;
    else if (character === ')' && --depth === 0) return index + 1;
  }
  throw new Error('A text of the content stream does not end.');
}
