import type { Collections } from './collections.ts';
import type { Condition } from './condition.ts';
import type { Exclusion, StillAlone } from './exclusion.ts';
import { migrationsOf, type Migration, type Versioned } from './migrations.ts';
import { schemaIndex } from './schema.ts';
import { storeNewer } from './store-errors.ts';
import type { StoreLog } from './store-log.ts';

/** How many documents are renewed at a time, and milliseconds between two words about it. */
const batch = 50;
const logInterval = 10_000;

/** Who may migrate, and who hears of it. */
export interface MigrationSurroundings {
  readonly exclusion: Exclusion;
  readonly log: StoreLog;
}

/**
 * Renews the documents of older versions, one process at a time. One that broke off goes on where it was: a document is
 * either of the old version or of the new one. STORE_NEWER, and nothing changed, when there are documents of a version
 * that only a newer Nianbao knows.
 */
export async function migrate(collections: Collections, surroundings: MigrationSurroundings): Promise<void> {
  const [organizations, reports, published, artifacts] = migrationsOf(collections);
  await Promise.all([refuseNewer(organizations), refuseNewer(reports), refuseNewer(published), refuseNewer(artifacts)]);
  await migrateCollection(organizations, surroundings);
  await migrateCollection(reports, surroundings);
  await migrateCollection(published, surroundings);
  await migrateCollection(artifacts, surroundings);
}

async function refuseNewer<Row extends Versioned>({ collection, name, schema }: Migration<Row>): Promise<void> {
  const newer = { schema: { $gt: schema } };
  const [found] = await collection.find(newer, { limit: 1, paths: ['schema'], index: schemaIndex });
  if (found) throw storeNewer(name, found.schema ?? 0, schema);
}

async function migrateCollection<Row extends Versioned>(
  migration: Migration<Row>,
  { exclusion, log }: MigrationSurroundings,
): Promise<void> {
  for (const older of [{ schema: { $exists: false } }, { schema: { $lt: migration.schema } }]) {
    if ((await read(migration, older, 1)).length === 0) continue;
    await exclusion((stillAlone) => renewAll(migration, older, { stillAlone, log }));
  }
}

function read<Row>({ collection }: Migration<Row>, older: Condition, limit: number): Promise<Row[]> {
  return collection.find(older, { limit, index: schemaIndex });
}

async function renewAll<Row extends Versioned>(
  migration: Migration<Row>,
  older: Condition,
  { stillAlone, log }: { readonly stillAlone: StillAlone; readonly log: StoreLog },
): Promise<void> {
  const { collection, name, schema, renew, before, unchanged } = migration;
  const told = { level: 'info', collection: name, schema } as const;
  let [done, last] = [0, Date.now()];
  for (;;) {
    await stillAlone();
    const rows = await read(migration, older, batch);
    if (rows.length === 0) break;
    // Whoever changed a document meanwhile may have left it in the old version: it is found again.
    await Promise.all(
      rows.map(async (row) => {
        const { _id } = row;
        const renewed = renew(row);
        await before?.(renewed);
        await collection.replace({ _id, ...unchanged(row) }, renewed);
      }),
    );
    done += rows.length;
    if (Date.now() - last < logInterval) continue;
    last = Date.now();
    log({ ...told, message: 'renewing documents of an older version', renewed: done });
  }
  log({ ...told, message: 'all documents are of the version of now', renewed: done });
}
