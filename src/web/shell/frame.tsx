import type { ComponentChildren } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { Link, useLocation } from 'wouter-preact';
import { useLocale, useWords } from '../words/locale.tsx';
import { useSession } from './session.tsx';
import { settings } from '../settings.ts';

function Language() {
  const { locale, setLocale } = useLocale();
  const other = locale === 'en' ? 'zh-CN' : 'en';
  return (
    <button type="button" class="quiet" lang={other} onClick={() => setLocale(other)}>
      {other === 'en' ? 'English' : '中文'}
    </button>
  );
}

function Account() {
  const words = useWords();
  const { token, signOut } = useSession();
  if (settings.signIn === 'none') return null;
  if (token === undefined) return <Link href="/sign-in">{words.signIn.title}</Link>;
  return (
    <button type="button" class="quiet" onClick={signOut}>
      {words.signIn.out}
    </button>
  );
}

function StaffLinks() {
  const { nav } = useWords();
  return useSession().token === undefined ? null : <Link href="/import">{nav.import}</Link>;
}

/** Whoever goes to another page by keyboard or ear begins at its top. */
function useFocusOnMain() {
  const main = useRef<HTMLElement>(null);
  const [path] = useLocation();
  const first = useRef(true);
  useEffect(() => {
    if (!first.current) {
      main.current?.focus({ preventScroll: true });
      scrollTo(0, 0);
    }
    first.current = false;
  }, [path]);
  return main;
}

/** Head, navigation and foot of every page. */
export function Frame({ children }: { readonly children: ComponentChildren }) {
  const words = useWords();
  const main = useFocusOnMain();
  const skip = (event: Event) => {
    event.preventDefault();
    main.current?.focus();
  };
  return (
    <>
      <a class="skip" href="#main" onClick={skip}>
        {words.skip}
      </a>
      <header class="site">
        <Link href="/" class="name">
          {words.site}
        </Link>
        <nav aria-label={words.nav.label}>
          <Link href="/">{words.nav.reports}</Link>
          <Link href="/rollup">{words.nav.rollup}</Link>
          <Link href="/obligations">{words.nav.obligations}</Link>
          <StaffLinks />
        </nav>
        <div class="tools">
          <Language />
          <Account />
        </div>
      </header>
      <main id="main" ref={main} tabIndex={-1}>
        {children}
      </main>
      <footer class="site">
        <p>{words.footer}</p>
        {settings.explorer ? (
          <p>
            <a href="graphql">GraphiQL</a>
          </p>
        ) : null}
      </footer>
    </>
  );
}
