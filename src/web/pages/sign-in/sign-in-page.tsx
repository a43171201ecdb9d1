import { useState } from 'preact/hooks';
import { useQuery } from '@urql/preact';
import { useLocation } from 'wouter-preact';
import { graphql } from '../../generated/index.ts';
import { usePageTitle } from '../../shell/page-title.ts';
import { useSession } from '../../shell/session.tsx';
import { settings } from '../../settings.ts';
import { useWords } from '../../words/locale.tsx';
import type { Provider } from './oidc.ts';

const WhoAmI = graphql(/* GraphQL */ `
  query WhoAmI {
    viewer {
      name
      subject
    }
  }
`);

function ProviderButton({ provider }: { readonly provider: Provider }) {
  const { signIn } = useWords();
  const [failed, setFailed] = useState(false);
  const leave = () => {
    setFailed(false);
    import('./oidc.ts').then((oidc) => oidc.leaveToSignIn(provider)).catch(() => setFailed(true));
  };
  return (
    <>
      <p>
        <button type="button" onClick={leave}>
          {signIn.withProvider}
        </button>
      </p>
      {failed ? (
        <p class="notice error" role="alert">
          {signIn.failed}
        </p>
      ) : null}
    </>
  );
}

function TokenForm() {
  const { signIn: words } = useWords();
  const { signIn } = useSession();
  const [, go] = useLocation();
  const [token, setToken] = useState('');
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        signIn(token.trim().replace(/^(?:Authorization:\s*)?Bearer\s+/iu, ''));
        go('/sign-in');
      }}
    >
      <label class="wide">
        {words.token}
        <input
          type="password"
          name="token"
          required
          autocomplete="current-password"
          aria-describedby="token-hint"
          value={token}
          onInput={(event) => setToken(event.currentTarget.value)}
        />
      </label>
      <p class="hint" id="token-hint">
        {words.tokenHint}
      </p>
      <button type="submit">{words.title}</button>
    </form>
  );
}

function SignedIn() {
  const words = useWords();
  const { signOut } = useSession();
  const [{ data, error, fetching }] = useQuery({ query: WhoAmI });
  if (fetching) return <p role="status">{words.loading}</p>;
  const name = data?.viewer.name ?? data?.viewer.subject;
  if (error || !name)
    return (
      <div class="notice error" role="alert">
        <p>{words.signIn.nobody}</p>
        <button type="button" onClick={signOut}>
          {words.signIn.title}
        </button>
      </div>
    );
  return (
    <p class="notice good" role="status">
      {words.signIn.asWhom(name)}
    </p>
  );
}

/** Signing in: at the identity provider where one is set, else with a token or key. */
export function SignInPage() {
  const { signIn } = useWords();
  const { token } = useSession();
  usePageTitle(signIn.title);
  const way = settings.signIn;
  return (
    <>
      <h1>{signIn.title}</h1>
      {token === undefined ? (
        <>
          {typeof way === 'object' ? <ProviderButton provider={way} /> : null}
          <TokenForm />
        </>
      ) : (
        <SignedIn />
      )}
    </>
  );
}
