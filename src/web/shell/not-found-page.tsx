import { Link } from 'wouter-preact';
import { useWords } from '../words/locale.tsx';
import { usePageTitle } from './page-title.ts';

/** What stands at an address that leads nowhere, or to what the reader may not see. */
export function NotFoundPage() {
  const { notFound } = useWords();
  usePageTitle(notFound.title);
  return (
    <>
      <h1>{notFound.title}</h1>
      <p>{notFound.text}</p>
      <p>
        <Link href="/">{notFound.back}</Link>
      </p>
    </>
  );
}
