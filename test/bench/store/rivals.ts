import { hasCode } from '#errors/nianbao-error.ts';
import type { Report } from '#reports/report.ts';
import { collectionNames } from '#store/mongo/mongo-indexes.ts';
import type { Store } from '#store/store.ts';
import { demand, say } from '../aims.ts';
import { withDatabase, type Loaded } from './load.ts';

/** Changes that rivals make at the same reports: each is either there in the end or was refused. */
export async function updateTogether({ store, database }: Loaded): Promise<void> {
  const ids = Array.from({ length: 50 }, (_, index) => `report-${index * 7}`);
  const before = await revisions(store, ids);
  let [left, acknowledged, refused] = [1000, 0, 0];
  const client = async (): Promise<void> => {
    while (left > 0) {
      left -= 1;
      const id = ids[Math.floor(Math.random() * ids.length)] ?? '';
      const report = (await store.reports.seenBy('everything').find(id, 'all')) as Report;
      const next = { ...report, revision: report.revision + 1, updatedAt: new Date() };
      const outcome = await store.reports.replace(next, report.revision).then(
        () => true,
        (error: unknown) => (hasCode(error, 'CONFLICT') ? false : Promise.reject(error as Error)),
      );
      if (outcome) acknowledged += 1;
      else {
        refused += 1;
        left += 1;
      }
    }
  };
  const began = performance.now();
  await Promise.all(Array.from({ length: 20 }, client));
  const seconds = ((performance.now() - began) / 1000).toFixed(1);
  const grown = (await revisions(store, ids)) - before;
  const kept = await withDatabase(database, (db) => db.collection(collectionNames.revisions).countDocuments());
  say(`20 clients, 50 reports: ${acknowledged} updates acknowledged and ${refused} refused in ${seconds} s`);
  demand(`revisions grew by ${grown}, past states kept: ${kept}`, grown === acknowledged && kept === acknowledged);
}

async function revisions(store: Store, ids: readonly string[]): Promise<number> {
  const parts = await store.reports.seenBy('everything').findMany(ids, ['revision']);
  return parts.reduce((sum, part) => sum + (part?.revision ?? 0), 0);
}
