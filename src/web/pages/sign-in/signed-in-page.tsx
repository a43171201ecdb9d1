import { useEffect, useState } from 'preact/hooks';
import { Link, useLocation } from 'wouter-preact';
import { useSession } from '../../shell/session.tsx';
import { settings } from '../../settings.ts';
import { useWords } from '../../words/locale.tsx';

/** Where the identity provider sends people back to. */
export function SignedInPage() {
  const words = useWords();
  const { signIn } = useSession();
  const [, go] = useLocation();
  const [failed, setFailed] = useState(false);
  useEffect(() => {
    const provider = settings.signIn;
    if (typeof provider !== 'object') return setFailed(true);
    const finish = async () => {
      const { takeToken } = await import('./oidc.ts');
      signIn(await takeToken(provider));
      go('/sign-in', { replace: true });
    };
    finish().catch(() => setFailed(true));
  }, []);
  if (!failed) return <p role="status">{words.loading}</p>;
  return (
    <>
      <h1>{words.signIn.title}</h1>
      <p class="notice error" role="alert">
        {words.signIn.failed}
      </p>
      <Link href="/sign-in">{words.signIn.title}</Link>
    </>
  );
}
