import type { Block, PrintableDocument } from 'nianbao/plugin-api';
import { jsonTable, type JsonTable } from './json-table.ts';

/** The document as `report.schema.json` describes it; tables list their figures row by row. */
export interface JsonDocument extends Omit<PrintableDocument, 'blocks'> {
  readonly format: 'nianbao-document';
  readonly version: 1;
  readonly blocks: readonly (Exclude<Block, { type: 'table' }> | JsonTable)[];
}

/** The document as data. Text is kept as it is; nothing is left out. */
export function jsonDocument({ blocks, ...document }: PrintableDocument): JsonDocument {
  return {
    format: 'nianbao-document',
    version: 1,
    ...document,
    blocks: blocks.map((block) => (block.type === 'table' ? jsonTable(block) : block)),
  };
}
