import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Report } from '#reports/report.ts';
import { openMongoStore } from '#store/mongo/open-mongo-store.ts';
import type { Store } from '#store/store.ts';
import { restored } from '../../contracts/store/dump-samples.ts';
import { sampleReport } from '../../contracts/store/samples.ts';
import { databaseName, describeWithMongo, dropDatabase, mongoUri } from './database-harness.ts';

const characters = Array.from('政府信息公开年度报告依申请𠮷aB9。 \n');

/** Numbers that look random and are the same in every run. */
function createDice(seed: number): (sides: number) => number {
  let state = seed;
  return (sides) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * sides);
  };
}

const roll = createDice(7);

function text(length: number): string {
  return Array.from({ length }, () => characters[roll(characters.length)]).join('');
}

describeWithMongo(() => {
  const database = databaseName();
  const reports: Report[] = Array.from({ length: 150 }, (_, index) =>
    sampleReport({ title: `${index}${text(8)}`, narratives: { overview: text(60), problems: text(30) } }),
  );
  let store: Store;
  beforeAll(async () => {
    store = await openMongoStore({ uri: mongoUri, database, log: () => undefined });
    await restored(
      store,
      reports.map((report) => ({ kind: 'revision', report })),
    );
  });
  afterAll(async () => {
    await store.close();
    await dropDatabase(database);
  });

  function naive(search: string): string[] {
    const words = search.toLowerCase().split(/\s+/u);
    const parts = ({ title, organization, narratives }: Report) =>
      [title, organization.name, ...Object.values(narratives)].map((part) => part.toLowerCase());
    return reports
      .filter((report) => words.every((word) => parts(report).some((part) => part.includes(word))))
      .map(({ id }) => id)
      .sort((a, b) => (a < b ? -1 : 1));
  }

  async function found(search: string): Promise<string[]> {
    const order = { field: 'YEAR', direction: 'ASC' } as const;
    const { items } = await store.reports
      .seenBy('everything')
      .list({ search }, order, { limit: 1000, backward: false }, []);
    expect(await store.reports.seenBy('everything').count({ search })).toBe(items.length);
    return items.map(({ item }) => item.id).sort((a, b) => (a < b ? -1 : 1));
  }

  test('a search finds what looking through all texts finds, neither less nor more', { timeout: 60_000 }, async () => {
    for (let round = 0; round < 200; round += 1) {
      const search = Array.from({ length: 1 + roll(3) }, () => text(1 + roll(4))).join(' ');
      expect(await found(search)).toEqual(naive(search.trim()));
    }
  });
});
