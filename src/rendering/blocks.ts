import type { HeaderNode, HeadingBlock, ParagraphBlock, TableBlock, TableCell } from '#plugin-api/document.ts';

/** A chapter's heading. */
export function chapter(id: string, text: string): HeadingBlock {
  return { type: 'heading', level: 2, text, id, runIn: false };
}

/** A paragraph. */
export function paragraph(text: string, role: ParagraphBlock['role'] = 'body'): ParagraphBlock {
  return { type: 'paragraph', text, role };
}

/** A table with one line of heads on each side. */
export interface PlainTable {
  readonly id: string;
  readonly caption: string;
  readonly corner: string;
  readonly unit: string;
  readonly columns: readonly string[];
  /** A row's head, its name in the addresses of its cells, and what stands in them; null is no figure. */
  readonly rows: readonly {
    readonly head: string;
    readonly key: string;
    readonly cells: readonly (string | null)[];
  }[];
  readonly notes?: readonly string[];
}

function leaf(label: string): HeaderNode {
  return { label, children: [] };
}

/** A table that is no table of the form. */
export function plainTable({ rows, columns, notes = [], ...table }: PlainTable): TableBlock {
  const cell = (content: string | null, key: string, column: number): TableCell => {
    const path = `${table.id}.${key}.${column + 1}`;
    return { text: content ?? '', state: content === null ? 'empty' : 'figure', path };
  };
  return {
    type: 'table',
    ...table,
    notes,
    columns: columns.map(leaf),
    rows: rows.map(({ head }) => leaf(head)),
    cells: rows.map(({ key, cells }) => cells.map((content, column) => cell(content, key, column))),
    totals: [],
  };
}
