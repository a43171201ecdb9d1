import type { ComponentChildren } from 'preact';
import { useRef } from 'preact/hooks';
import type { CombinedError } from '@urql/core';
import { useSession } from '../shell/session.tsx';
import { useWords } from '../words/locale.tsx';

interface Asked<Data> {
  readonly data?: Data | null | undefined;
  readonly error?: CombinedError | undefined;
  readonly fetching: boolean;
}

/** A token that does not count any more keeps nobody from what is public: without it one is a reader. */
function isSignedOut({ graphQLErrors }: CombinedError): boolean {
  return graphQLErrors.some(({ extensions }) => extensions['code'] === 'UNAUTHENTICATED');
}

/** What went wrong, as the gateway says it, or that it can not be reached; with a button where trying again may help. */
function Failure({ error, again }: { readonly error: CombinedError; readonly again?: () => void }) {
  const words = useWords();
  const { signOut } = useSession();
  const text = error.networkError ? words.unreachable : error.graphQLErrors.map(({ message }) => message).join(' ');
  return (
    <div class="notice error" role="alert">
      <p>{text}</p>
      {isSignedOut(error) ? (
        <button type="button" name="sign-out" onClick={signOut}>
          {words.signIn.out}
        </button>
      ) : again ? (
        <button type="button" onClick={again}>
          {words.again}
        </button>
      ) : null}
    </div>
  );
}

/** What was answered last: an answer that fails, or is on its way, takes nothing from the page. */
function useLastData<Data>({ data }: Asked<Data>): Data | undefined {
  const last = useRef<Data>();
  // An answer whose only field failed has null for its data.
  if (data !== undefined && data !== null) last.current = data;
  return last.current;
}

/**
 * What was asked for, once it is there; until then that it is on its way. Why it can not be had is said in its place, or
 * above what there is, unless `quiet`: it is asked for again by itself.
 */
export function Answer<Data>({
  asked,
  again,
  quiet = false,
  children,
}: {
  readonly asked: Asked<Data>;
  readonly again?: () => void;
  readonly quiet?: boolean;
  readonly children: (data: Data) => ComponentChildren;
}) {
  const words = useWords();
  const data = useLastData(asked);
  const { error, fetching } = asked;
  if (data === undefined && !error)
    return (
      <p class="waiting" role="status">
        {words.loading}
      </p>
    );
  return (
    <>
      {error && !(quiet && data !== undefined) ? <Failure error={error} {...(again ? { again } : {})} /> : null}
      {data === undefined ? null : <div aria-busy={fetching}>{children(data)}</div>}
    </>
  );
}
