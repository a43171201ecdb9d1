import { collectionNames } from '#store/mongo/mongo-indexes.ts';
import { demand, say } from '../aims.ts';
import { quantile } from '../measure.ts';
import { byYear, page, title } from './lists.ts';
import { withDatabase, type Loaded } from './load.ts';

/** Words that many, some and no reports hold: how long a page takes, and whether the count is that of a full scan. */
export async function search(loaded: Loaded): Promise<void> {
  const { store, database } = loaded;
  const name = (
    (await store.reports.seenBy('everything').find('report-700', ['organization']))?.organization?.name ?? ''
  ).slice(0, 5);
  for (const word of ['信息公开', '三审三校', name, '共1234件', '件件有答复 共77件', '量子计算']) {
    const times: number[] = [];
    for (let run = 0; run < 20; run += 1) {
      const began = performance.now();
      await page(loaded, { filter: { search: word }, order: byYear, fields: title });
      times.push(performance.now() - began);
    }
    const began = performance.now();
    const count = await store.reports.seenBy('everything').count({ search: word });
    const counting = performance.now() - began;
    const expected = await withDatabase(database, (db) =>
      db.collection(collectionNames.reports).countDocuments({
        $and: word.split(' ').map((one) => ({ 'keys.text': { $regex: one } })),
      }),
    );
    const [page50, page95] = [quantile(times, 0.5), quantile(times, 0.95)].map((time) => time.toFixed(1));
    demand(
      `search ${word}: a page in ${page50} ms (p95 ${page95}), ${count} found in ${counting.toFixed(0)} ms, a full scan finds ${expected}`,
      count === expected,
    );
  }
}

/** What a report and its indexes take. */
export async function sizes({ database, reports }: Loaded): Promise<void> {
  const stats = await withDatabase(database, (db) => db.command({ collStats: collectionNames.reports }));
  const { size, totalIndexSize, indexSizes } = stats as Record<'size' | 'totalIndexSize', number> & {
    readonly indexSizes: Readonly<Record<string, number>>;
  };
  const kib = (bytes: number) => `${(bytes / reports / 1024).toFixed(2)} KiB`;
  say(
    `a report: ${kib(size)}, of its indexes ${kib(totalIndexSize)}, of these for searches ${kib(indexSizes['search'] ?? 0)}`,
  );
}
