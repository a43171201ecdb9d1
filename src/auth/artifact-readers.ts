import type { Shown, ShownState } from '#store/artifact-store.ts';
import type { Store } from '#store/store.ts';
import { can } from './can.ts';
import type { Principal } from './principal.ts';

type Stores = Pick<Store, 'artifacts' | 'reports'>;

/** Who may read a document of which this is shown: everybody, whoever asks for it now, or not even they. */
export type ArtifactReaders = 'everybody' | 'viewer' | 'nobody';

async function isPublished({ reports }: Stores, { report, revision }: ShownState): Promise<boolean> {
  if (revision === null) return false;
  const seen = await reports.seenBy('published').find(report, ['revision']);
  return seen?.revision === revision;
}

async function seesWorking({ reports }: Stores, viewer: Principal, report: string): Promise<boolean> {
  if (!can(viewer, 'report.readWorking')) return false;
  const found = await reports.seenBy('everything').find(report, ['organization.lineage']);
  return can(viewer, 'report.readWorking', found?.organization?.lineage ?? []);
}

async function readersOfShown(stores: Stores, viewer: Principal, shown: Shown): Promise<ArtifactReaders> {
  if (shown === 'everybody') return 'everybody';
  if ('all' in shown) return fewestOf(await Promise.all(shown.all.map((one) => readersOfState(stores, viewer, one))));
  return readersOfState(stores, viewer, shown);
}

/** Of what shows several states, those who may read each of them. */
function fewestOf(readers: readonly ArtifactReaders[]): ArtifactReaders {
  return (['nobody', 'viewer'] as const).find((some) => readers.includes(some)) ?? 'everybody';
}

async function readersOfState(stores: Stores, viewer: Principal, shown: ShownState): Promise<ArtifactReaders> {
  if (await isPublished(stores, shown)) return 'everybody';
  return (await seesWorking(stores, viewer, shown.report)) ? 'viewer' : 'nobody';
}

/**
 * Who may read the document at an address, at this moment: it is known of which states of reports it is the rendering.
 * What readers see now everybody may read; anything else, those who see the working edition of the report.
 */
export async function readersOf(stores: Stores, viewer: Principal, sha256: string): Promise<ArtifactReaders> {
  const shown = await stores.artifacts.shownBy(sha256);
  const readers = await Promise.all(shown.map((one) => readersOfShown(stores, viewer, one)));
  return (['everybody', 'viewer'] as const).find((some) => readers.includes(some)) ?? 'nobody';
}
