import type { ComponentChildren } from 'preact';
import type { CombinedError } from '@urql/core';
import { useWords } from '../words/locale.tsx';

interface Asked<Data> {
  readonly data?: Data | null | undefined;
  readonly error?: CombinedError | undefined;
  readonly fetching: boolean;
}

/** What went wrong, as the gateway says it, or that it can not be reached; with a button where trying again may help. */
function Failure({ error, again }: { readonly error: CombinedError; readonly again?: () => void }) {
  const words = useWords();
  const text = error.networkError ? words.unreachable : error.graphQLErrors.map(({ message }) => message).join(' ');
  return (
    <div class="notice error" role="alert">
      <p>{text}</p>
      {again ? (
        <button type="button" onClick={again}>
          {words.again}
        </button>
      ) : null}
    </div>
  );
}

/** What was asked for, once it is there; until then that it is on its way, or why it can not be had. */
export function Answer<Data>({
  asked,
  again,
  children,
}: {
  readonly asked: Asked<Data>;
  readonly again?: () => void;
  readonly children: (data: Data) => ComponentChildren;
}) {
  const words = useWords();
  const { data } = asked;
  // An answer whose only field failed has null for its data.
  const isThere = data !== undefined && data !== null;
  if (asked.error && !isThere) return <Failure error={asked.error} {...(again ? { again } : {})} />;
  if (!isThere)
    return (
      <p class="waiting" role="status">
        {words.loading}
      </p>
    );
  return <div aria-busy={asked.fetching}>{children(data)}</div>;
}
