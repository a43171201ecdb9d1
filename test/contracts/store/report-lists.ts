import { randomUUID } from 'node:crypto';
import { array, assert, asyncProperty, constantFrom, integer, option, record } from 'fast-check';
import { expect, test } from 'vitest';
import type { Report } from '#reports/report.ts';
import type { Page } from '#store/page.ts';
import type { ReportFilter, ReportOrder, ReportPart, ReportStore } from '#store/report-store.ts';
import { sharedStore, type CreateHarness } from './harness.ts';
import { receivedFigures, sampleReport } from './samples.ts';

const orders: readonly ReportOrder[] = (['YEAR', 'ORGANIZATION', 'UPDATED_AT', 'RECEIVED_TOTAL'] as const).flatMap(
  (field) => (['ASC', 'DESC'] as const).map((direction) => ({ field, direction })),
);

const byYear: ReportOrder = { field: 'YEAR', direction: 'ASC' };

/** Lists of reports: filters, orders, pages. Each test's reports lie below an organization of its own. */
export function reportListContract(createHarness: CreateHarness): void {
  const store = sharedStore(createHarness);
  const reports = () => store().reports;
  const seen = () => reports().seenBy('everything');

  /** Stores the reports below a new organization, whose id is the answer. */
  async function stored(given: readonly (Partial<Report> & { readonly name?: string })[]): Promise<string> {
    const top = randomUUID();
    for (const { name, ...rest } of given) {
      const id = randomUUID();
      const organization = { id, name: name ?? `单位${id}`, lineage: [top, id] };
      await reports().create(sampleReport({ organization, ...rest }));
    }
    return top;
  }

  async function titles(filter: ReportFilter): Promise<string[]> {
    const page = await seen().list(filter, byYear, { limit: 100, backward: false }, ['title']);
    expect(await seen().count(filter)).toBe(page.items.length);
    return page.items.map(({ item }) => String(item.title)).toSorted();
  }

  test('an organization, its whole branch', async () => {
    const [top, middle, leaf, other] = [randomUUID(), randomUUID(), randomUUID(), randomUUID()];
    const lineages = [[top], [top, middle], [top, middle, leaf], [other]];
    for (const lineage of lineages) {
      const id = lineage.at(-1) ?? '';
      await reports().create(sampleReport({ title: id, organization: { id, name: id, lineage } }));
    }
    expect(await titles({ organization: middle })).toEqual([middle]);
    expect(await titles({ within: top })).toEqual([top, middle, leaf].toSorted());
    expect(await titles({ within: middle })).toEqual([middle, leaf].toSorted());
    expect(await titles({ within: top, organization: other })).toEqual([]);
  });

  test('years, one and from and to, both included', async () => {
    const within = await stored([2019, 2020, 2021, 2022].map((year) => ({ year, title: String(year) })));
    expect(await titles({ within, year: 2020 })).toEqual(['2020']);
    expect(await titles({ within, years: { from: 2020, to: 2021 } })).toEqual(['2020', '2021']);
    expect(await titles({ within, years: { from: 2021 } })).toEqual(['2021', '2022']);
    expect(await titles({ within, years: { to: 2019 } })).toEqual(['2019']);
    expect(await titles({ within, years: {} })).toHaveLength(4);
    expect(await titles({ within, years: { from: 2020 }, year: 2021 })).toEqual(['2021']);
    expect(await titles({ within, years: { from: 2020 }, year: 2019 })).toEqual([]);
  });

  test('statuses, form, outcome of the checks', async () => {
    const within = await stored([
      { title: 'a', status: 'PUBLISHED', form: '2021', checks: { passed: true, violations: [] } },
      { title: 'b', status: 'DRAFT', form: '2019', checks: { passed: false, violations: [] } },
      { title: 'c', status: 'WITHDRAWN', form: '2021', checks: { passed: false, violations: [] } },
    ]);
    expect(await titles({ within, status: ['PUBLISHED', 'DRAFT'] })).toEqual(['a', 'b']);
    expect(await titles({ within, status: [] })).toEqual([]);
    expect(await titles({ within, form: '2019' })).toEqual(['b']);
    expect(await titles({ within, passed: true })).toEqual(['a']);
    expect(await titles({ within, passed: false, form: '2021' })).toEqual(['c']);
    expect(await titles({ within })).toEqual(['a', 'b', 'c']);
  });

  test('search finds words in title, organization and narratives, all of them, in any case', async () => {
    const within = await stored([
      { title: 'a 年度报告', name: '南昌市Bureau', narratives: { overview: '依申请公开', problems: '人员不足' } },
      { title: 'b 年度报告', name: '九江市', narratives: { overview: '主动公开' } },
    ]);
    const found = async (search: string) => (await titles({ within, search })).map((title) => title[0]);
    expect(await found('年度')).toEqual(['a', 'b']);
    expect(await found('南昌')).toEqual(['a']);
    expect(await found('依申请 不足')).toEqual(['a']);
    expect(await found('年度\u3000九江\t公开')).toEqual(['b']);
    expect(await found('南昌 主动')).toEqual([]);
    expect(await found('BUREAU')).toEqual(['a']);
    expect(await found('bureau A')).toEqual(['a']);
    expect(await found('  ')).toEqual(['a', 'b']);
    expect(await found('')).toEqual(['a', 'b']);
    expect(await found('公开 公开')).toEqual(['a', 'b']);
  });

  test('a word does not reach from one text into the next', async () => {
    const within = await stored([{ title: '标题', name: '单位甲', narratives: { overview: '文字' } }]);
    expect(await titles({ within, search: '题单' })).toEqual([]);
    expect(await titles({ within, search: '甲文' })).toEqual([]);
  });

  test.each(['.', '.*', '^', '$', '(', ')', '[a', 'a|b', '\\d', '+', '?', '{2}', '/', '(?i)x', '\\'])(
    'the characters of a regular expression are searched for literally: %s',
    async (word) => {
      const within = await stored([{ title: `第${word}章` }, { title: '普通的标题 aab 2' }]);
      expect(await titles({ within, search: word })).toEqual([`第${word}章`]);
    },
  );

  test('a search sees a report as it is after a change', async () => {
    const within = await stored([{ title: '旧标题' }]);
    const [found] = (await seen().list({ within }, byYear, { limit: 1, backward: false }, 'all')).items;
    const report = found?.item as Report;
    await reports().replace({ ...report, title: '新标题', revision: 2, figures: receivedFigures(9) }, 1);
    expect(await titles({ within, search: '旧' })).toEqual([]);
    expect(await titles({ within, search: '新' })).toEqual(['新标题']);
  });

  test('names sort by code points, rare characters last', async () => {
    const names = ['一', '丁', '（一）', '𠮷', 'Z', 'a', '一一', '\ufa0e'];
    const within = await stored(names.map((name) => ({ name, title: name })));
    const order: ReportOrder = { field: 'ORGANIZATION', direction: 'ASC' };
    const { items } = await seen().list({ within }, order, { limit: 100, backward: false }, ['title']);
    expect(items.map(({ item }) => item.title)).toEqual(['Z', 'a', '一', '一一', '丁', '\ufa0e', '（一）', '𠮷']);
  });

  test('reports that do not say how many applications came in sort first', async () => {
    const figures = [receivedFigures(3), receivedFigures(null), receivedFigures(0), {}];
    const within = await stored(figures.map((tree, index) => ({ title: String(index), figures: tree })));
    const order: ReportOrder = { field: 'RECEIVED_TOTAL', direction: 'ASC' };
    const { items } = await seen().list({ within }, order, { limit: 100, backward: false }, ['title']);
    const sorted = items.map(({ item }) => String(item.title));
    expect(sorted.slice(0, 2).toSorted()).toEqual(['1', '3']);
    expect(sorted.slice(2)).toEqual(['2', '0']);
  });

  test('only the asked fields come along, whatever the order', async () => {
    const within = await stored([{ title: 'a', year: 2020 }]);
    for (const order of orders) {
      const slice = { limit: 1, backward: false };
      const [asked] = (await seen().list({ within }, order, slice, ['title'])).items;
      expect(Object.keys(asked?.item ?? {}).toSorted()).toEqual(['id', 'title']);
      const [whole] = (await seen().list({ within }, order, slice, 'all')).items;
      expect(whole?.item).toEqual(await seen().find(asked?.item.id ?? '', 'all'));
    }
  });

  test('a cursor of another order or direction, and anything else, is refused', async () => {
    const within = await stored([{ year: 2020 }, { year: 2021 }]);
    const list = (order: ReportOrder, after: string) =>
      seen().list({ within }, order, { limit: 1, backward: false, after }, []);
    for (const order of orders) {
      const [first] = (await seen().list({ within }, order, { limit: 1, backward: false }, [])).items;
      for (const other of orders.filter((candidate) => candidate !== order)) {
        await expect(list(other, first?.cursor ?? '')).rejects.toMatchObject({ code: 'CURSOR_INVALID' });
      }
      expect((await list(order, first?.cursor ?? '')).items).toHaveLength(1);
    }
  });

  test.each([
    '',
    'garbage',
    '%%%',
    'e30',
    ...[null, [], {}, ['YEAR'], ['YEAR', 1], ['YEAR', 1, 5], ['YEAR', 1, { $gt: '' }], ['YEAR', 1, null]].map(cursorOf),
    ...[['YEAR', 1, 'key', 'more'], ['YEAR', -1, 'key'], ['NAME', 1, 'key'], { 0: 'YEAR', 1: 1, 2: 'key' }].map(
      cursorOf,
    ),
  ])('what is no cursor is refused: %j', async (cursor) => {
    for (const bound of [{ after: cursor }, { before: cursor }]) {
      const page = seen().list({}, byYear, { limit: 1, backward: false, ...bound }, []);
      await expect(page).rejects.toMatchObject({ code: 'CURSOR_INVALID' });
    }
  });

  test('a page stays where it was when its cursor’s report is gone from the list', async () => {
    const within = await stored([2020, 2021, 2022].map((year) => ({ year, title: String(year) })));
    const first = await seen().list({ within }, byYear, { limit: 2, backward: false }, 'all');
    const report = first.items[1]?.item as Report;
    await reports().replace({ ...report, year: 2010, revision: 2 }, 1);
    const after = first.items[1]?.cursor;
    const second = await seen().list({ within }, byYear, { limit: 2, backward: false, after }, ['year']);
    expect(second.items.map(({ item }) => item.year)).toEqual([2022]);
    expect(second).toMatchObject({ hasNext: false, hasPrevious: true });
  });

  test('an empty list, an empty page', async () => {
    const empty = { items: [], hasNext: false, hasPrevious: false };
    expect(await seen().list({ within: 'unknown' }, byYear, { limit: 5, backward: false }, [])).toEqual(empty);
    expect(await seen().list({ within: 'unknown' }, byYear, { limit: 5, backward: true }, [])).toEqual(empty);
    const within = await stored([{}]);
    const none = await seen().list({ within }, byYear, { limit: 0, backward: false }, []);
    expect(none).toEqual({ items: [], hasNext: true, hasPrevious: false });
    const noneBackward = await seen().list({ within }, byYear, { limit: 0, backward: true }, []);
    expect(noneBackward).toEqual({ items: [], hasNext: false, hasPrevious: true });
  });

  test(
    'pages walk the same items forwards and backwards, in every order, over any data',
    { timeout: 120_000 },
    async () => {
      const rows = array(record({ year, received, name, updatedAt }), { maxLength: 9 });
      await assert(
        asyncProperty(rows, integer({ min: 1, max: 4 }), async (given, limit) => {
          const within = await stored(
            given.map(({ received: total, ...rest }) => ({ ...rest, figures: receivedFigures(total) })),
          );
          const all = (await seen().list({ within }, byYear, { limit: 100, backward: false }, 'all')).items;
          for (const order of orders) {
            const expected = inOrder(
              all.map(({ item }) => item as Report),
              order,
            );
            expect(await walk(reports(), { within }, order, { limit, backward: false })).toEqual(expected);
            expect(await walk(reports(), { within }, order, { limit, backward: true })).toEqual(expected);
          }
        }),
        { numRuns: 25 },
      );
    },
  );

  test('a page between two cursors holds what lies between them', async () => {
    const within = await stored([1, 2, 2, 3, 3, 3, 4].map((total) => ({ figures: receivedFigures(total) })));
    const order: ReportOrder = { field: 'RECEIVED_TOTAL', direction: 'DESC' };
    const { items } = await seen().list({ within }, order, { limit: 100, backward: false }, []);
    for (let from = -1; from < items.length; from += 1) {
      for (let to = from + 1; to <= items.length; to += 1) {
        for (const backward of [false, true]) {
          const slice = { limit: 2, backward, after: items[from]?.cursor, before: items[to]?.cursor };
          const page = await seen().list({ within }, order, slice, []);
          expect(page).toEqual(pageBetween(items, { from, to, backward, limit: 2 }));
        }
      }
    }
  });
}

const year = integer({ min: 2020, max: 2022 });
const received = option(integer({ min: 0, max: 2 }));
const name = constantFrom('甲', '乙', '（甲）', '𠮷', 'a', 'B');
const updatedAt = integer({ min: 0, max: 2 }).map((second) => new Date(second * 1000));

function cursorOf(content: unknown): string {
  return Buffer.from(JSON.stringify(content)).toString('base64url');
}

/** The ids in the list's order, by a sort of the test's own. */
function inOrder(all: readonly Report[], { field, direction }: ReportOrder): string[] {
  const sign = direction === 'ASC' ? 1 : -1;
  return all
    .toSorted((a, b) => sign * (compareValues(sortValue(a, field), sortValue(b, field)) || compareValues(a.id, b.id)))
    .map(({ id }) => id);
}

function sortValue(report: Report, field: ReportOrder['field']): string | number {
  const applications = report.figures['applications'] as { received: { total: number | null } };
  return {
    YEAR: report.year,
    ORGANIZATION: report.organization.name,
    UPDATED_AT: report.updatedAt.getTime(),
    RECEIVED_TOTAL: applications.received.total ?? -1,
  }[field];
}

function compareValues(a: string | number, b: string | number): number {
  if (typeof a === 'number' || typeof b === 'number') return Number(a) - Number(b);
  return Buffer.compare(Buffer.from(a), Buffer.from(b));
}

/** The ids of all pages, from the start or from the end, in the list's order. Checks what each page says of its ends. */
async function walk(
  reports: ReportStore,
  filter: ReportFilter,
  order: ReportOrder,
  { limit, backward }: { limit: number; backward: boolean },
): Promise<string[]> {
  const pages: Page<ReportPart>[] = [];
  let more = true;
  while (more) {
    const last = pages.at(-1)?.items;
    const bound = backward ? { before: last?.[0]?.cursor } : { after: last?.at(-1)?.cursor };
    const page = await reports.seenBy('everything').list(filter, order, { limit, backward, ...bound }, []);
    expect(backward ? page.hasNext : page.hasPrevious).toBe(pages.length > 0);
    expect(page.items.length).toBe(Math.min(page.items.length, limit));
    pages.push(page);
    more = backward ? page.hasPrevious : page.hasNext;
  }
  if (backward) pages.reverse();
  return pages.flatMap(({ items }) => items.map(({ item }) => item.id));
}

function pageBetween(
  items: Page<ReportPart>['items'],
  { from, to, backward, limit }: { from: number; to: number; backward: boolean; limit: number },
): Page<ReportPart> {
  const start = backward ? Math.max(from + 1, to - limit) : from + 1;
  const end = backward ? to : Math.min(to, start + limit);
  return { items: items.slice(start, end), hasPrevious: start > 0, hasNext: end < items.length };
}
