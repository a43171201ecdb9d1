import { createContext, type ComponentChildren } from 'preact';
import { useContext, useEffect, useMemo, useState } from 'preact/hooks';
import { en } from './en.ts';
import { zh, type Words } from './zh.ts';

/** Languages of the interface. */
export type Locale = 'zh-CN' | 'en';

interface LocaleState {
  readonly locale: Locale;
  readonly setLocale: (locale: Locale) => void;
}

const KEY = 'nianbao.locale';

function firstLocale(): Locale {
  const kept = localStorage.getItem(KEY);
  if (kept === 'zh-CN' || kept === 'en') return kept;
  return navigator.language.startsWith('en') ? 'en' : 'zh-CN';
}

const LocaleContext = createContext<LocaleState>({ locale: 'zh-CN', setLocale: () => undefined });

/** The language of the interface, and how to change it. */
export function useLocale(): LocaleState {
  return useContext(LocaleContext);
}

/** The interface's own words in its language. */
export function useWords(): Words {
  return useLocale().locale === 'en' ? en : zh;
}

/** Holds the language: the one that was chosen here, else the browser's. */
export function LocaleProvider({ children }: { readonly children: ComponentChildren }) {
  const [locale, setLocale] = useState(firstLocale);
  useEffect(() => {
    document.documentElement.lang = locale;
  }, [locale]);
  const state = useMemo<LocaleState>(
    () => ({
      locale,
      setLocale: (next) => {
        localStorage.setItem(KEY, next);
        setLocale(next);
      },
    }),
    [locale],
  );
  return <LocaleContext.Provider value={state}>{children}</LocaleContext.Provider>;
}
