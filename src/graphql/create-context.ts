import DataLoader from 'dataloader';
import type { Caller } from '#auth/audit-trail.ts';
import type { Locale } from '#errors/locale.ts';
import { loadOthers } from '#findings/load-others.ts';
import type { Context, Loaders, Services } from './context.ts';

function createLoaders({ store }: Services): Loaders {
  return {
    others: new DataLoader((reports) => Promise.all(reports.map((report) => loadOthers(store, report))), {
      cacheKeyFn: ({ organization, year }) => `${organization.id}:${year}`,
    }),
    organizations: new DataLoader((ids) => store.organizations.findMany(ids).then((found) => [...found])),
    children: new DataLoader((ids) => store.organizations.childrenOf(ids).then((found) => [...found])),
  };
}

/** The language that an Accept-Language header names first of those there are; Chinese when it names none. */
export function localeOf(acceptLanguage: string | null): Locale {
  const [, first] = /(?:^|,)\s*(zh|en)\b/iu.exec(acceptLanguage ?? '') ?? [];
  return first?.toLowerCase() === 'en' ? 'en' : 'zh';
}

/** The context of one request. */
export function createContext(services: Services, request: Request, caller: Caller): Context {
  return {
    ...services,
    ...caller,
    locale: localeOf(request.headers.get('accept-language')),
    signal: request.signal,
    loaders: createLoaders(services),
  };
}
