import { BSON } from 'mongodb';
import type { Slice } from '#store/page.ts';
import type { Fields, ReportFilter, ReportOrder } from '#store/report-store.ts';
import { atLeast, atMost, compare, demand } from '../aims.ts';
import { interleave } from '../measure.ts';
import type { Loaded } from './load.ts';

const ROUNDS = 20;
const LIMIT = 20;

/** Newest year first. */
export const byYear: ReportOrder = { field: 'YEAR', direction: 'DESC' };
const byOrganization: ReportOrder = { field: 'ORGANIZATION', direction: 'ASC' };
const country: ReportFilter = { within: 'country' };
/** What a list shows. */
export const title: Fields = ['title', 'year', 'organization'];
const threeFigures: Fields = ['received.total', 'carriedOver.total', 'results.granted.total'].map(
  (path) => `figures.applications.${path}`,
);

/** A list and what is read of it. */
export interface Listed {
  readonly filter: ReportFilter;
  readonly order: ReportOrder;
  readonly fields: Fields;
}

/** A page of a list, 20 reports when nothing else is said. */
export function page({ store }: Loaded, { filter, order, fields }: Listed, slice: Partial<Slice> = {}) {
  return store.reports.seenBy('everything').list(filter, order, { limit: LIMIT, backward: false, ...slice }, fields);
}

/** The cursor before a page, found by walking there. */
async function cursorBefore(there: Loaded, number: number, listed: Listed): Promise<string> {
  let after: string | undefined;
  for (let left = (number - 1) * LIMIT; left > 0;) {
    const limit = Math.min(left, 2000);
    const { items } = await page(there, { ...listed, fields: ['year'] }, { limit, after });
    after = items.at(-1)?.cursor;
    if (items.length < limit || after === undefined) throw new Error(`The list ends before page ${number}.`);
    left -= limit;
  }
  return after ?? '';
}

/** A page far down the list against the first. */
export async function compareDepths(many: Loaded): Promise<void> {
  const number = Math.min(4000, Math.floor(many.reports / LIMIT / 1.25));
  const listed = { filter: country, order: byYear, fields: title };
  const after = await cursorBefore(many, number, listed);
  const { first, last } = await interleave(
    {
      first: () => page(many, listed),
      last: () => page(many, listed, { after }),
    },
    ROUNDS,
  );
  compare(`page 1 and page ${number} of the country by year`, [first, last], atMost(1.3));
}

/** A page of a database against the same page of a small one. */
export async function compareSizes(less: Loaded, more: Loaded): Promise<void> {
  for (const order of [byYear, byOrganization]) {
    const listed = { filter: { ...country, year: 2020 }, order, fields: title };
    const { few, many } = await interleave({ few: () => page(less, listed), many: () => page(more, listed) }, ROUNDS);
    compare(
      `a page of the country’s reports of a year by ${order.field}, ${less.reports} and ${more.reports}`,
      [few, many],
      atMost(1.5),
    );
  }
}

/** How long, and how many bytes of BSON, parts of documents and whole ones take. */
export async function compareParts(many: Loaded): Promise<void> {
  for (const limit of [LIMIT, 100]) {
    const read = (fields: Fields) => page(many, { filter: { year: 2020 }, order: byYear, fields }, { limit });
    const [less, more] = await Promise.all([read(threeFigures), read('all')]);
    const share = BSON.calculateObjectSize({ items: less.items }) / BSON.calculateObjectSize({ items: more.items });
    demand(
      `three figures of ${limit} reports: ${(100 * share).toFixed(2)} % of the bytes (aim: at most 5 %)`,
      share <= 0.05,
    );
    const { ids, part, whole } = await interleave(
      { ids: () => read([]), part: () => read(threeFigures), whole: () => read('all') },
      ROUNDS,
    );
    // Of few documents one measures what every query costs on this server, whatever it reads.
    compare(
      `three figures of ${limit} reports and whole documents`,
      [part, whole],
      limit > LIMIT ? atLeast(3) : undefined,
    );
    compare(`the ids of ${limit} reports alone and whole documents`, [ids, whole]);
  }
}
