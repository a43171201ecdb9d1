import { NianbaoError } from '#errors/nianbao-error.ts';
import type { Source } from '../source.ts';
import { Blocks } from './blocks.ts';

const DEEPEST = 100;

type Scalar = string | number | null;

function isScalar(value: unknown): value is Scalar {
  return value === null || typeof value === 'string' || typeof value === 'number';
}

function isTable(value: unknown): value is readonly (readonly Scalar[])[] {
  return (
    Array.isArray(value) &&
    value.length > 1 &&
    value.every((row) => Array.isArray(row) && row.length > 0 && row.every(isScalar))
  );
}

/** Numbers that JSON can not keep exactly are not what was written. */
function textOf(value: Scalar): string {
  if (typeof value === 'number' && !Number.isSafeInteger(value) && Number.isInteger(value)) return `${value}?`;
  return value === null ? '' : String(value);
}

function* valuesIn(value: object): Generator {
  for (const [key, inner] of Object.entries(value)) {
    // Kinds and ids are words of the program that wrote them; values of other keys are what it was told.
    if (!/^(?:type|kind|id|style|format|class|level)$/u.test(key) || typeof inner === 'object') yield inner;
  }
}

function addValue(blocks: Blocks, value: unknown, depth: number, next: () => number): void {
  if (depth > DEEPEST) throw new NianbaoError('DOCUMENT_UNSAFE', { reason: `JSON > ${DEEPEST}` });
  if (isTable(value)) blocks.table(value.map((row) => row.map((cell) => ({ text: textOf(cell), line: next() }))));
  else if (typeof value === 'string') for (const text of value.split(/\n+/u)) blocks.paragraph(text, next());
  else if (typeof value === 'object' && value !== null)
    for (const inner of Array.isArray(value) ? value : valuesIn(value)) addValue(blocks, inner, depth + 1, next);
}

/** JSON of another program: texts are paragraphs, lists of lists are tables. Lines count the values. */
export function readJsonTree(text: string): Source {
  let root: unknown;
  try {
    root = JSON.parse(text);
  } catch (cause) {
    throw new NianbaoError('DOCUMENT_DAMAGED', { kind: 'JSON' }, { cause });
  }
  const blocks = new Blocks();
  let count = 0;
  addValue(blocks, root, 0, () => ++count);
  return blocks.source();
}
