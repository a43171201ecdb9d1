import { z } from 'zod';
import { NianbaoError } from '#errors/nianbao-error.ts';
import type { Source } from '../source.ts';
import { Blocks } from './blocks.ts';
import { labelledCells, type LabelledFigure } from './labelled-figures.ts';
import { identityOf } from './metadata.ts';

const cell = z.object({
  column: z.array(z.string()),
  value: z.union([z.int(), z.string(), z.null()]),
  raw: z.string().optional(),
});
const table = z.object({
  type: z.literal('table'),
  rows: z.array(z.object({ head: z.array(z.string()), cells: z.array(cell) })),
});
const heading = z.object({ type: z.literal('heading'), level: z.int(), text: z.string(), runIn: z.boolean() });
const paragraph = z.object({ type: z.literal('paragraph'), text: z.string() });
const document = z.object({
  title: z.string(),
  metadata: z.object({ author: z.string(), subject: z.string() }),
  blocks: z.array(z.discriminatedUnion('type', [heading, paragraph, table, z.object({ type: z.literal('figure') })])),
});

type JsonBlock = z.infer<typeof document>['blocks'][number];

function parse(text: string): z.infer<typeof document> {
  try {
    return document.parse(JSON.parse(text));
  } catch (cause) {
    throw new NianbaoError('DOCUMENT_DAMAGED', { kind: 'JSON' }, { cause });
  }
}

function figuresOf({ rows }: z.infer<typeof table>, line: number): LabelledFigure[] {
  return rows.flatMap(({ head, cells }) =>
    cells.map(({ column, value, raw = '' }) => ({
      row: head.join(' · '),
      column: column.join(' · '),
      text: value === null ? raw : String(value),
      line,
    })),
  );
}

function addBlock(blocks: Blocks, block: JsonBlock, number: number): void {
  if (block.type === 'table') blocks.placed(labelledCells(figuresOf(block, number)));
  else if (block.type === 'paragraph') blocks.paragraph(block.text, number);
  else if (block.type === 'heading' && block.runIn) blocks.runIn(block.text);
  else if (block.type === 'heading') blocks.heading(block.text, block.level, number);
}

/** What the `json` renderer writes, by its labels; lines count the document's blocks. */
export function readJson(text: string): Source {
  const { title, metadata, blocks: given } = parse(text);
  const blocks = new Blocks();
  given.forEach((block, index) => addBlock(blocks, block, index + 1));
  return blocks.source(identityOf({ title, ...metadata }));
}
