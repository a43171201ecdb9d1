import type { Cell, FormTable } from '#forms/form.ts';
import { readPath, type FigureTree, type RawTree } from '#reports/figures.ts';
import { builder } from '../builder.ts';

interface Filled {
  readonly table: FormTable;
  readonly figures: FigureTree;
  readonly raws: RawTree;
}

interface FilledRow extends Filled {
  readonly cells: readonly Cell[];
}

interface FilledCell extends Filled {
  readonly cell: Cell;
}

interface Head {
  readonly key: string;
  readonly labels: readonly string[];
}

const TableColumn = builder.objectRef<Head>('TableColumn').implement({
  fields: (t) => ({ key: t.exposeString('key'), labels: t.stringList({ resolve: ({ labels }) => [...labels] }) }),
});

const TableCell = builder.objectRef<FilledCell>('TableCell').implement({
  description:
    'path addresses the cell everywhere: in checks, patches, errors; for example applications.outcomes.total.enterprises',
  fields: (t) => ({
    path: t.string({ resolve: ({ cell }) => cell.path }),
    column: t.string({ resolve: ({ cell }) => columnKey(cell) }),
    value: t.float({
      nullable: true,
      resolve: ({ cell, figures }) => {
        const figure = readPath(figures, cell.path) ?? null;
        return figure === null ? null : Number(figure);
      },
    }),
    raw: t.string({
      nullable: true,
      description: "What the source wrote in the cell, where that is not the plain number: '/', '——', '１，２３４'.",
      resolve: ({ cell, raws }) => readPath(raws, cell.path) ?? null,
    }),
  }),
});

const TableRow = builder.objectRef<FilledRow>('TableRow').implement({
  fields: (t) => ({
    key: t.string({ resolve: ({ cells }) => rowKey(cells) }),
    labels: t.stringList({ resolve: ({ cells }) => [...(cells[0]?.row.labels ?? [])] }),
    cells: t.field({
      type: [TableCell],
      resolve: ({ cells, ...filled }) => cells.map((cell) => ({ ...filled, cell })),
    }),
  }),
});

/** A column of a single figure has no key of its own in the form. */
function columnKey(cell: Cell): string {
  return cell.column.key || 'value';
}

function rowKey(cells: readonly Cell[]): string {
  return cells[0]?.row.key || 'figures';
}

/** A table of the form, filled in. */
export const Table = builder.objectRef<Filled>('Table').implement({
  description: "Rows and columns carry the form's own labels, nested as the form nests them.",
  fields: (t) => ({
    id: t.id({ resolve: ({ table }) => table.id }),
    title: t.string({ resolve: ({ table }) => table.definition.title }),
    note: t.string({
      nullable: true,
      resolve: ({ table }) => table.definition.note ?? table.definition.corner ?? null,
    }),
    unit: t.string({ nullable: true, resolve: ({ table }) => table.definition.unit }),
    columns: t.field({
      type: [TableColumn],
      resolve: ({ table }) =>
        (table.cells[0] ?? []).map((cell) => ({ key: columnKey(cell), labels: cell.column.labels })),
    }),
    rows: t.field({
      type: [TableRow],
      resolve: (filled) => filled.table.cells.map((cells) => ({ ...filled, cells })),
    }),
  }),
});
