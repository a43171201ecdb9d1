import { useEffect } from 'preact/hooks';
import { useWords } from '../words/locale.tsx';

/** Names the page in the tab and in the history; the site's name follows. */
export function usePageTitle(title: string | undefined): void {
  const { site } = useWords();
  useEffect(() => {
    document.title = title === undefined || title === site ? site : `${title} – ${site}`;
  }, [title, site]);
}
