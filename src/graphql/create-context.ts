import DataLoader from 'dataloader';
import { audienceOf } from '#auth/audience.ts';
import type { Caller } from '#auth/audit-trail.ts';
import type { Locale } from '#errors/locale.ts';
import { loadOthers } from '#findings/load-others.ts';
import { dueDatesFor } from '#review/due-dates.ts';
import type { ReportReader } from '#store/report-store.ts';
import type { Context, Loaders, Services } from './context.ts';

function createLoaders({ store, dueDates }: Services, reports: ReportReader): Loaders {
  const { organizations } = store;
  const seen = { organizations, reports };
  return {
    others: new DataLoader((compared) => Promise.all(compared.map((report) => loadOthers(seen, report))), {
      cacheKeyFn: ({ organization, year }) => `${organization.id}:${year}`,
    }),
    dueDates: new DataLoader((lineages) => dueDatesFor(store, lineages, dueDates), {
      cacheKeyFn: (lineage) => lineage.join('/'),
    }),
    organizations: new DataLoader((ids) => organizations.findMany(ids).then((found) => [...found])),
    children: new DataLoader((ids) => organizations.childrenOf(ids).then((found) => [...found])),
  };
}

/** The language that an Accept-Language header names first of those there are; Chinese when it names none. */
export function localeOf(acceptLanguage: string | null): Locale {
  const [, first] = /(?:^|,)\s*(zh|en)\b/iu.exec(acceptLanguage ?? '') ?? [];
  return first?.toLowerCase() === 'en' ? 'en' : 'zh';
}

/** The context of one request. */
export function createContext(services: Services, request: Request, caller: Caller): Context {
  const reports = services.store.reports.seenBy(audienceOf(caller.viewer));
  return {
    ...services,
    ...caller,
    reports,
    locale: localeOf(request.headers.get('accept-language')),
    signal: request.signal,
    loaders: createLoaders(services, reports),
  };
}
