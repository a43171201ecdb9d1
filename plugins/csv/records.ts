import { leafPaths, type Block, type PrintableDocument, type TableBlock } from 'nianbao/plugin-api';

/** The fields of a record, in order. `state` is last, so that a line that was cut is seen. */
export const fields = ['kind', 'path', 'table', 'row', 'column', 'unit', 'value', 'state'] as const;

/** One line of the file; a field that is not named is empty. */
export type CsvRecord = Partial<Record<(typeof fields)[number], string>>;

const states = { figure: 'value', empty: 'empty', nil: 'nil' } as const;

function heads(paths: readonly (readonly string[])[]): string[] {
  return paths.map((path) => path.filter((label) => label !== '').join(' · '));
}

function tableRecords({ caption, unit, rows, columns, cells }: TableBlock): CsvRecord[] {
  const rowHeads = heads(leafPaths(rows));
  const columnHeads = heads(leafPaths(columns));
  return cells.flatMap((line, row) =>
    line.map(({ path, text, state }, column) => ({
      kind: 'figure',
      path,
      table: caption,
      row: rowHeads[row] ?? '',
      column: columnHeads[column] ?? '',
      unit,
      value: text,
      state: states[state],
    })),
  );
}

function blockRecords(block: Block): CsvRecord[] {
  if (block.type === 'table') return tableRecords(block);
  if (block.type === 'figure') return [{ kind: 'picture', row: block.caption, value: block.alternative }];
  if (block.type === 'paragraph')
    return [{ kind: 'paragraph', value: block.text, state: block.role === 'note' ? 'note' : '' }];
  const state = block.runIn ? 'runIn' : '';
  return [{ kind: 'heading', path: block.id, row: String(block.level), value: block.text, state }];
}

function metaRecords({ title, language, metadata }: PrintableDocument): CsvRecord[] {
  const known = { title, language, ...metadata, keywords: metadata.keywords.join('，') };
  return Object.entries(known).map(([path, value]) => ({ kind: 'meta', path, value }));
}

/** The document as records: what is known of it, then its blocks in order. */
export function recordsOf(document: PrintableDocument): CsvRecord[] {
  return [...metaRecords(document), ...document.blocks.flatMap(blockRecords)];
}
