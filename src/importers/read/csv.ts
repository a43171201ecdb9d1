import { parse } from 'csv-parse/sync';
import { NianbaoError } from '#errors/nianbao-error.ts';
import type { Source } from '../source.ts';
import { Blocks } from './blocks.ts';
import { labelledCells, type LabelledFigure } from './labelled-figures.ts';
import { identityOf } from './metadata.ts';

interface CsvLine {
  readonly number: number;
  readonly fields: Readonly<Record<string, string>>;
}

const states: Readonly<Record<string, readonly string[]>> = {
  meta: [''],
  heading: ['', 'runIn'],
  paragraph: ['', 'note'],
  picture: [''],
  figure: ['value', 'empty', 'nil'],
};

function damaged(cause?: unknown): NianbaoError {
  return new NianbaoError('DOCUMENT_DAMAGED', { kind: 'CSV' }, { cause });
}

/** The apostrophe that keeps a spreadsheet from computing a text is not part of it. */
function original(text: string): string {
  return text.startsWith("'") ? text.slice(1) : text;
}

function parseLines(text: string): CsvLine[] {
  try {
    const records: Record<string, string>[] = parse(text, { columns: true });
    return records.map((record, index) => ({
      number: index + 2,
      fields: Object.fromEntries(Object.entries(record).map(([name, value]) => [name, original(value)])),
    }));
  } catch (cause) {
    throw damaged(cause);
  }
}

// A line that was cut in the middle of its last word has a state that is none.
function checkLine({ fields: { kind = '', state = '' } }: CsvLine): void {
  if (states[kind]?.includes(state) !== true) throw damaged();
}

function figureOf({ number, fields: { row = '', column = '', value = '', state } }: CsvLine): LabelledFigure {
  return { row, column, text: state === 'empty' ? '' : value, line: number };
}

function addText(blocks: Blocks, { number, fields: { kind, row, value = '', state } }: CsvLine): void {
  if (kind === 'heading' && state === 'runIn') blocks.runIn(value);
  else if (kind === 'heading') blocks.heading(value, Number(row), number);
  else if (kind === 'paragraph') blocks.paragraph(value, number);
}

function addTables(blocks: Blocks, lines: readonly CsvLine[]): void {
  const figures = lines.filter(({ fields: { kind } }) => kind === 'figure');
  for (const name of new Set(figures.map(({ fields: { table } }) => table))) {
    const own = figures.filter(({ fields: { table } }) => table === name);
    blocks.placed(labelledCells(own.map(figureOf)));
  }
}

/** What the `csv` renderer writes, by its labels; lines count records, the head being the first. */
export function readCsv(text: string): Source {
  const lines = parseLines(text);
  const blocks = new Blocks();
  for (const line of lines) {
    checkLine(line);
    addText(blocks, line);
  }
  addTables(blocks, lines);
  const meta = lines.filter(({ fields: { kind } }) => kind === 'meta');
  return blocks.source(identityOf(Object.fromEntries(meta.map(({ fields: { path = '', value } }) => [path, value]))));
}
