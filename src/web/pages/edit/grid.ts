import { normalize } from './entries.ts';

/** Inputs of a table by their place. */
function inputAt(table: HTMLTableElement, row: number, column: number): HTMLInputElement | null {
  return table.querySelector(`input[data-row="${row}"][data-column="${column}"]`);
}

function placeOf({ dataset }: HTMLInputElement): { readonly row: number; readonly column: number } {
  return { row: Number(dataset['row']), column: Number(dataset['column']) };
}

function stepOf(event: KeyboardEvent, { selectionStart, selectionEnd, value }: HTMLInputElement) {
  const atStart = selectionStart === 0 && selectionEnd === (selectionStart === 0 ? selectionEnd : 0);
  const atEnd = selectionEnd === value.length;
  if (event.key === 'ArrowUp' || (event.key === 'Enter' && event.shiftKey)) return { rows: -1, columns: 0 };
  if (event.key === 'ArrowDown' || event.key === 'Enter') return { rows: 1, columns: 0 };
  if (event.key === 'ArrowLeft' && atStart) return { rows: 0, columns: -1 };
  if (event.key === 'ArrowRight' && atEnd) return { rows: 0, columns: 1 };
  return undefined;
}

/** Moves between the cells of a table by arrows and Enter, as in a spreadsheet; within a figure as in any field. */
export function moveByKey(event: KeyboardEvent): void {
  const input = event.currentTarget as HTMLInputElement;
  const table = input.closest('table');
  const step = stepOf(event, input);
  if (!table || !step || event.isComposing) return;
  const { row, column } = placeOf(input);
  const next = inputAt(table, row + step.rows, column + step.columns);
  if (!next) return;
  event.preventDefault();
  next.focus();
  next.select();
}

/** A block of cells from a spreadsheet, by the paths of the cells that it falls on; undefined when it is a single figure. */
export function pastedBlock(event: ClipboardEvent): Readonly<Record<string, string>> | undefined {
  const input = event.currentTarget as HTMLInputElement;
  const table = input.closest('table');
  const text = event.clipboardData?.getData('text/plain') ?? '';
  const rows = text
    .replace(/\r?\n$/u, '')
    .split(/\r?\n/u)
    .map((line) => line.split('\t'));
  if (!table || (rows.length === 1 && rows[0]?.length === 1)) return undefined;
  event.preventDefault();
  const start = placeOf(input);
  const entries = rows.flatMap((cells, down) =>
    cells.flatMap((cell, right) => {
      const path = inputAt(table, start.row + down, start.column + right)?.name;
      return path === undefined ? [] : [[path, normalize(cell)] as const];
    }),
  );
  return Object.fromEntries(entries);
}
