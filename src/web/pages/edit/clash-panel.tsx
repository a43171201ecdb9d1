import { useState } from 'preact/hooks';
import { useWords } from '../../words/locale.tsx';
import type { Entries } from './entries.ts';
import type { Clash } from './use-edit.ts';

function without(entries: Entries, key: string): Entries {
  return Object.fromEntries(Object.entries(entries).filter(([name]) => name !== key));
}

/** What two people changed at once: for each entry, whose is kept. */
export function ClashPanel({
  clashes,
  values,
  nameOf,
  settle,
}: {
  readonly clashes: readonly Clash[];
  readonly values: Entries;
  readonly nameOf: (key: string) => string;
  readonly settle: (chosen: Entries) => void;
}) {
  const { edit } = useWords();
  const [taken, setTaken] = useState<Entries>({});
  if (clashes.length === 0) return null;
  return (
    <section class="panel notice error" role="alertdialog" aria-label={edit.conflict}>
      <h2>{edit.conflict}</h2>
      <p>{edit.conflictText}</p>
      {clashes.map(({ key, theirs }) => (
        <fieldset key={key} class="choices">
          <legend>{nameOf(key)}</legend>
          <label class="inline">
            <input
              type="radio"
              name={`clash-${key}`}
              checked={!(key in taken)}
              onChange={() => setTaken((now) => without(now, key))}
            />
            {edit.mine(values[key] ?? '')}
          </label>
          <label class="inline">
            <input
              type="radio"
              name={`clash-${key}`}
              checked={key in taken}
              onChange={() => setTaken((now) => ({ ...now, [key]: theirs }))}
            />
            {edit.theirs(theirs)}
          </label>
        </fieldset>
      ))}
      <button type="button" name="settle" onClick={() => settle(taken)}>
        {edit.resolved}
      </button>
    </section>
  );
}
