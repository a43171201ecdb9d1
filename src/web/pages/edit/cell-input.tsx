import { useWords } from '../../words/locale.tsx';
import type { Position } from '../../table/form-table.tsx';
import { isValid, type Entries } from './entries.ts';
import { moveByKey, pastedBlock } from './grid.ts';

/** A cell of the form as a field. */
export function CellInput({
  path,
  position: { row, column, name },
  value,
  offer,
  change,
}: {
  readonly path: string;
  readonly position: Position;
  readonly value: string;
  /** The total that the parts make, where it is another one. */
  readonly offer: number | undefined;
  readonly change: (entries: Entries) => void;
}) {
  const { edit } = useWords();
  const valid = isValid(path, value);
  return (
    <span class="cell">
      <input
        type="text"
        inputMode="numeric"
        autocomplete="off"
        name={path}
        data-row={row}
        data-column={column}
        aria-label={name}
        aria-invalid={!valid}
        aria-describedby={valid ? undefined : `fault-${path}`}
        value={value}
        onInput={(event) => change({ [path]: event.currentTarget.value })}
        onKeyDown={moveByKey}
        onPaste={(event) => {
          const block = pastedBlock(event);
          if (block) change(block);
        }}
      />
      {valid ? null : <small id={`fault-${path}`}>{edit.notNumber}</small>}
      {offer === undefined ? null : (
        <button type="button" class="quiet" onClick={() => change({ [path]: String(offer) })}>
          {edit.offer(String(offer))}
        </button>
      )}
    </span>
  );
}
