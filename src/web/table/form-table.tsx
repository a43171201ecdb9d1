import type { ComponentChildren } from 'preact';
import { graphql, readFragment, type FragmentType } from '../generated/index.ts';
import type { FormTableFragment } from '../generated/graphql.ts';
import { useWords } from '../words/locale.tsx';
import { headsOf, type Head } from './heads.ts';

const FormTableFields = graphql(/* GraphQL */ `
  fragment FormTable on Table {
    id
    title
    unit
    note
    columns {
      key
      labels
    }
    rows {
      key
      labels
      cells {
        path
        value
        raw
      }
    }
  }
`);

/** A cell of a table of the form. */
export type FormCell = FormTableFragment['rows'][number]['cells'][number];

/** Where a cell stands: by row and column from 0, and by all heads of both. */
export interface Position {
  readonly row: number;
  readonly column: number;
  readonly name: string;
}

type DrawCell = (cell: FormCell, position: Position) => ComponentChildren;

function ColumnHeads({ heads, corner }: { readonly heads: readonly (readonly Head[])[]; readonly corner: number }) {
  return (
    <thead>
      {heads.map((level, index) => (
        <tr key={index}>
          {index === 0 && corner > 0 ? <td colSpan={corner} rowSpan={heads.length} /> : null}
          {level.map(({ text, start, span, depth }) => (
            <th key={start} scope={span > 1 ? 'colgroup' : 'col'} colSpan={span} rowSpan={depth}>
              {text}
            </th>
          ))}
        </tr>
      ))}
    </thead>
  );
}

function RowHeads({ heads, row }: { readonly heads: readonly (readonly Head[])[]; readonly row: number }) {
  return heads
    .flat()
    .filter(({ start }) => start === row)
    .map(({ text, level, span, depth }) => (
      <th key={level} scope={span > 1 ? 'rowgroup' : 'row'} rowSpan={span} colSpan={depth}>
        {text}
      </th>
    ));
}

/** A mark that is seen, pointed at, and heard: colour alone says nothing. */
function FaultMark({ fault }: { readonly fault: string | undefined }) {
  if (fault === undefined) return null;
  return (
    <span class="mark" title={fault}>
      <span aria-hidden="true">⚠</span>
      <span class="hidden">{fault}</span>
    </span>
  );
}

/** A table of the form with all its heads; `draw` fills the cells, `faults` says by path what is wrong with a cell. */
export function FormTable({
  table,
  draw,
  faults,
}: {
  readonly table: FragmentType<typeof FormTableFields>;
  readonly draw: DrawCell;
  readonly faults: ReadonlyMap<string, string>;
}) {
  const { report } = useWords();
  const { title, unit, note, columns, rows } = readFragment(FormTableFields, table);
  const columnHeads = headsOf(columns.map(({ labels }) => labels));
  const rowHeads = headsOf(rows.map(({ labels }) => labels));
  return (
    <div class="scroll" role="region" tabIndex={0} aria-label={report.tableScroll(title)}>
      <table class="form" lang="zh-CN">
        <caption>
          {title}
          {unit ? <span class="unit">（单位：{unit}）</span> : null}
          {note ? <span class="note">{note}</span> : null}
        </caption>
        <ColumnHeads heads={columnHeads} corner={rowHeads.length} />
        <tbody>
          {rows.map(({ key, labels, cells }, row) => (
            <tr key={key}>
              <RowHeads heads={rowHeads} row={row} />
              {cells.map((cell, column) => (
                <td key={cell.path} class={faults.has(cell.path) ? 'figure fault' : 'figure'} data-path={cell.path}>
                  <FaultMark fault={faults.get(cell.path)} />
                  {draw(cell, { row, column, name: [...labels, ...(columns[column]?.labels ?? [])].join('，') })}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
