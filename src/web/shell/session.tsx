import { createContext, type ComponentChildren } from 'preact';
import { useContext, useMemo, useState } from 'preact/hooks';
import { Provider } from '@urql/preact';
import { createClient } from '../api/client.ts';
import { useLocale } from '../words/locale.tsx';

const KEY = 'nianbao.token';

/** Who is signed in on this tab; the token is forgotten with the tab. */
export interface Session {
  readonly token: string | undefined;
  readonly signIn: (token: string) => void;
  readonly signOut: () => void;
}

const SessionContext = createContext<Session>({ token: undefined, signIn: () => undefined, signOut: () => undefined });

/** The session of this tab. */
export function useSession(): Session {
  return useContext(SessionContext);
}

/** Holds the session, and the client that asks in its name. */
export function SessionProvider({ children }: { readonly children: ComponentChildren }) {
  const { locale } = useLocale();
  const [token, setToken] = useState(() => sessionStorage.getItem(KEY) ?? undefined);
  const client = useMemo(() => createClient({ token, locale }), [token, locale]);
  const session = useMemo<Session>(
    () => ({
      token,
      signIn: (next) => {
        sessionStorage.setItem(KEY, next);
        setToken(next);
      },
      signOut: () => {
        sessionStorage.removeItem(KEY);
        setToken(undefined);
      },
    }),
    [token],
  );
  return (
    <SessionContext.Provider value={session}>
      <Provider value={client}>{children}</Provider>
    </SessionContext.Provider>
  );
}
