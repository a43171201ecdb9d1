import { Big } from 'big.js';
import { invalidInput } from '#errors/invalid-input.ts';
import { allPaths, kindOf, labelsOf } from '#rollups/comparable.ts';
import type { Rollup as DomainRollup } from '#rollups/roll-up.ts';
import type { SummedCell } from '#rollups/sums.ts';
import { readPath, type FigureTree } from '#reports/figures.ts';
import { builder, stored } from '../builder.ts';
import { Rollup } from './rollups.ts';

interface CellOfRollup extends SummedCell {
  readonly rollup: DomainRollup;
}

async function filedAt({ rollup, path }: CellOfRollup): Promise<string | null> {
  const filed = await rollup.filed([`figures.${path}`]);
  const figure = readPath((filed?.figures ?? {}) as FigureTree, path) ?? null;
  return figure === null ? null : new Big(String(figure)).toFixed();
}

const RollupCell = builder.objectRef<CellOfRollup>('RollupCell').implement({
  description: 'One cell added up, exactly, with how many reports had no figure in it.',
  fields: (t) => ({
    path: t.exposeString('path'),
    labels: t.stringList({ resolve: ({ path }) => [...labelsOf(path)] }),
    sum: t.field({
      type: 'Decimal',
      nullable: true,
      description: 'Null where no report has a figure, or the forms of the reports do not mean the same by it.',
      resolve: ({ sum }) => sum,
    }),
    reportCount: t.exposeInt('reports', { description: 'Reports with a figure there.' }),
    blankCount: t.exposeInt('blanks', { description: 'Reports without one, which is not a zero.' }),
    filed: t.field({
      type: 'Decimal',
      nullable: true,
      description: 'What the report of the whole says.',
      resolve: filedAt,
    }),
    difference: t.field({
      type: 'Decimal',
      nullable: true,
      description: 'What the report of the whole says, less the sum.',
      resolve: async (cell) => {
        const filed = await filedAt(cell);
        return filed === null || cell.sum === null ? null : new Big(filed).minus(cell.sum).toFixed();
      },
    }),
  }),
});

function askedPaths(paths: readonly string[] | null | undefined): readonly string[] {
  const unknown = (paths ?? []).find((path) => kindOf(path) === undefined);
  if (unknown !== undefined)
    throw invalidInput(
      'paths',
      { zh: '表格中没有单元格“{path}”。', en: 'The form has no cell “{path}”.' },
      { path: unknown },
    );
  return paths ?? allPaths;
}

builder.objectField(Rollup, 'cells', (t) =>
  t.field({
    type: [RollupCell],
    description: 'Cells of the form added up, all unless `paths` names some.',
    args: { paths: t.arg.stringList() },
    ...stored({
      readsFor: ({ paths }) => (Array.isArray(paths) ? paths.map((path) => `figures.${String(path)}`) : ['figures']),
    }),
    resolve: (rollup, { paths }) =>
      askedPaths(paths).flatMap((path) => {
        const cell = rollup.cells.get(path);
        return cell ? [{ ...cell, rollup }] : [];
      }),
  }),
);
