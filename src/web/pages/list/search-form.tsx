import { useEffect, useState } from 'preact/hooks';
import { reportYears } from '../../parts/years.ts';
import { useSession } from '../../shell/session.tsx';
import { useWords } from '../../words/locale.tsx';
import type { SearchState } from './search-state.ts';

const STATUSES = ['DRAFT', 'IN_REVIEW', 'APPROVED', 'PUBLISHED', 'WITHDRAWN'] as const;

/** Milliseconds without a key after which the words are looked for. */
const PAUSE = 250;

function useDelayed(text: string, found: string, search: (text: string) => void) {
  useEffect(() => {
    if (text === found) return;
    const timer = setTimeout(() => search(text), PAUSE);
    return () => clearTimeout(timer);
  }, [text]);
}

function SearchField({ found, search }: { readonly found: string; readonly search: (text: string) => void }) {
  const { list } = useWords();
  const [text, setText] = useState(found);
  // An input method's letters are no words yet.
  const [composing, setComposing] = useState(false);
  useDelayed(composing ? found : text, found, search);
  return (
    <label class="wide">
      {list.search}
      <input
        type="search"
        name="q"
        value={text}
        maxLength={100}
        onInput={(event) => setText(event.currentTarget.value)}
        onCompositionStart={() => setComposing(true)}
        onCompositionEnd={() => setComposing(false)}
      />
    </label>
  );
}

/** What is looked for: words, year, and for those who sign in the status. */
export function SearchForm({
  state,
  change,
}: {
  readonly state: SearchState;
  readonly change: (changes: Record<string, string>) => void;
}) {
  const words = useWords();
  const isStaff = useSession().token !== undefined;
  return (
    <form role="search" class="search" onSubmit={(event) => event.preventDefault()}>
      <SearchField found={state.text} search={(q) => change({ q })} />
      <label>
        {words.list.year}
        <select value={state.year ?? ''} onChange={(event) => change({ year: event.currentTarget.value })}>
          <option value="">{words.list.anyYear}</option>
          {reportYears().map((year) => (
            <option key={year} value={year}>
              {year}
            </option>
          ))}
        </select>
      </label>
      {isStaff ? (
        <label>
          {words.list.status}
          <select value={state.status} onChange={(event) => change({ status: event.currentTarget.value })}>
            <option value="">{words.list.anyStatus}</option>
            {STATUSES.map((status) => (
              <option key={status} value={status}>
                {words.status[status]}
              </option>
            ))}
          </select>
        </label>
      ) : null}
    </form>
  );
}
