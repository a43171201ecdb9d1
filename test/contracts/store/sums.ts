import { randomUUID } from 'node:crypto';
import { Big } from 'big.js';
import { array, assert, asyncProperty, bigInt, constant, constantFrom, integer, oneof, record } from 'fast-check';
import { expect, test } from 'vitest';
import type { Report } from '#reports/report.ts';
import type { ReportFilter, ReportSums, SummedFigure } from '#store/report-store.ts';
import { sharedStore, type CreateHarness } from './harness.ts';
import { receivedFigures, sampleReport } from './samples.ts';

const received: SummedFigure = { path: 'applications.received.total', kind: 'count' };
const fees: SummedFigure = { path: 'proactiveDisclosure.fees', kind: 'decimal' };
const both = [received, fees];

/** Sums over reports, and whose they are. Each test's reports lie below an organization of its own. */
export function sumContract(createHarness: CreateHarness): void {
  const store = sharedStore(createHarness);

  async function stored(given: readonly Partial<Report>[]): Promise<string> {
    const top = randomUUID();
    for (const rest of given) {
      const id = randomUUID();
      await store().reports.create(
        sampleReport({ organization: { id, name: `单位${id}`, lineage: [top, id] }, ...rest }),
      );
    }
    return top;
  }

  const sum = (filter: ReportFilter, figures: readonly SummedFigure[] = both) =>
    store().reports.seenBy('everything').sum(filter, figures);
  const sumsOf = (rows: readonly ReportSums[]) => rows.map(({ sums }) => Object.fromEntries(sums));

  test('counts and money, form by form and year by year', async () => {
    const within = await stored([
      { figures: { ...receivedFigures(1), proactiveDisclosure: { fees: '0.1' } } },
      { figures: { ...receivedFigures(2), proactiveDisclosure: { fees: '0.2' } } },
      { form: '2019', figures: receivedFigures(4) },
      { year: 2022, figures: receivedFigures(8) },
    ]);
    const rows = await sum({ within });
    const heads = rows.map(({ form, year, reports }) => `${form} ${year}: ${reports}`);
    expect(heads.toSorted()).toEqual(['2019 2023: 1', '2021 2022: 1', '2021 2023: 2']);
    const one = rows.find(({ form, year }) => form === '2021' && year === 2023);
    expect(one && Object.fromEntries(one.sums)).toEqual({
      [received.path]: { sum: '3', reports: 2 },
      [fees.path]: { sum: '0.3', reports: 2 },
    });
  });

  test('a figure that is not there is no zero', async () => {
    const within = await stored([{ figures: receivedFigures(null) }, { figures: {} }, { figures: receivedFigures(0) }]);
    const expected = { [received.path]: { sum: '0', reports: 1 }, [fees.path]: { sum: '0', reports: 0 } };
    expect(sumsOf(await sum({ within }))).toEqual([expected]);
  });

  test('no reports, no sums; no figures, how many reports', async () => {
    expect(await sum({ within: randomUUID() })).toEqual([]);
    const within = await stored([{}, {}]);
    expect(await sum({ within }, [])).toEqual([{ form: '2021', year: 2023, reports: 2, sums: new Map() }]);
  });

  test('what reaches below an organization, and directly below', async () => {
    const [top, middle, leaf] = [randomUUID(), randomUUID(), randomUUID()];
    for (const [index, lineage] of [[top], [top, middle], [top, middle, leaf]].entries()) {
      const id = lineage.at(-1) ?? '';
      const organization = { id, name: id, lineage };
      await store().reports.create(sampleReport({ organization, figures: receivedFigures(10 ** index) }));
    }
    const totals = async (filter: ReportFilter) =>
      sumsOf(await sum(filter, [received])).map((one) => one[received.path]?.sum);
    expect(await totals({ within: top })).toEqual(['111']);
    expect(await totals({ within: top, reach: 'below' })).toEqual(['110']);
    expect(await totals({ within: top, reach: 'children' })).toEqual(['10']);
    expect(await totals({ within: leaf, reach: 'below' })).toEqual([]);
    expect(await totals({ within: top, reach: 'below', organization: leaf })).toEqual(['100']);
  });

  test('whose reports there are, and of which years', async () => {
    const organization = { id: randomUUID(), name: randomUUID(), lineage: ['上级', '本级'] };
    for (const year of [2021, 2023]) await store().reports.create(sampleReport({ organization, year }));
    const [filer, ...others] = await store().reports.seenBy('everything').filers({ organization: organization.id });
    expect(others).toEqual([]);
    expect({ ...filer, years: filer?.years.toSorted() }).toEqual({
      organization: organization.id,
      years: [2021, 2023],
    });
    expect(await store().reports.seenBy('everything').filers({ organization: organization.id, year: 2022 })).toEqual(
      [],
    );
  });

  test('organizations below another one', async () => {
    const { organizations } = store();
    const top = await organizations.save({ name: randomUUID(), parent: null });
    const middle = await organizations.save({ name: randomUUID(), parent: top.id });
    const leaf = await organizations.save({ name: randomUUID(), parent: middle.id });
    const ids = async (id: string | null) => (await organizations.below(id)).map((one) => one.id);
    expect((await ids(top.id)).toSorted()).toEqual([middle.id, leaf.id].toSorted());
    expect(await ids(leaf.id)).toEqual([]);
    expect(await ids(null)).toEqual(expect.arrayContaining([top.id, middle.id, leaf.id]));
  });

  test('sums agree with a reference in decimals, also beyond what a double holds', { timeout: 120_000 }, async () => {
    const count = oneof(integer({ min: 0, max: 9 }), integer({ min: 2 ** 52, max: 2 ** 53 - 1 }), constant(null));
    const money = oneof(
      bigInt({ min: 0n, max: 10n ** 20n }).map((units) => new Big(units.toString()).div(10_000).toFixed()),
      constant(null),
    );
    const rows = array(record({ count, money, year: constantFrom(2022, 2023) }), { minLength: 1, maxLength: 12 });
    await assert(
      asyncProperty(rows, async (given) => {
        const within = await stored(
          given.map(({ count: total, money: amount, year }) => {
            return { year, figures: { ...receivedFigures(total), proactiveDisclosure: { fees: amount } } };
          }),
        );
        for (const { year, sums } of await sum({ within })) {
          const own = given.filter((one) => one.year === year);
          expect(sums.get(received.path)).toEqual(reference(own.map((one) => one.count)));
          expect(sums.get(fees.path)).toEqual(reference(own.map((one) => one.money)));
        }
      }),
      { numRuns: 25 },
    );
  });
}

function reference(figures: readonly (number | string | null)[]): { sum: string; reports: number } {
  const there = figures.filter((figure) => figure !== null);
  const sum = there.reduce<Big>((whole, figure) => whole.plus(String(figure)), new Big(0));
  return { sum: sum.toFixed(), reports: there.length };
}
