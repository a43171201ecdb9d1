import { hasCode } from '#errors/nianbao-error.ts';
import type { DumpOptions, Entry } from '../dump.ts';
import { matches } from './artifact-document.ts';
import type { ArtifactBytes } from './artifacts.ts';
import type { Collections } from './collections.ts';
import { toOrganization } from './organization-document.ts';
import {
  revisionKey,
  toPastReport,
  toReport,
  unreadPaths,
  type ReportDocument,
  type RevisionDocument,
} from './report-document.ts';
import type { Collection } from './collection.ts';
import { allSettings } from './organization-settings.ts';
import { createPluginRegistrations } from './plugin-registrations.ts';
import { scan } from './scan.ts';

/** How many documents of reports are held at a time. */
const batch = 50;

/** All entries of a database: organizations, reports with their past states, what was decided of plugins, artifacts if asked for. */
export async function* dump(
  collections: Collections,
  bytes: ArtifactBytes,
  options: DumpOptions,
): AsyncGenerator<Entry, void> {
  for await (const documents of scan(collections.organizations)) {
    for (const document of documents) yield { kind: 'organization', organization: toOrganization(document) };
  }
  for await (const documents of scan(collections.reports, { batch, without: unreadPaths })) {
    for (const document of documents) yield* statesOf(document, collections.revisions);
  }
  for (const settings of await allSettings(collections.organizationSettings)) yield { kind: 'settings', settings };
  for (const registration of await createPluginRegistrations(collections.pluginRegistrations).list()) {
    yield { kind: 'plugin', registration };
  }
  if (options.artifacts === true) yield* dumpArtifacts(collections, bytes, options);
}

async function* statesOf(current: ReportDocument, revisions: Collection<RevisionDocument>) {
  const { _id: id, revision } = current;
  for (let first = 1; first < revision; first += batch) {
    const numbers = Array.from({ length: Math.min(batch, revision - first) }, (_, index) => first + index);
    const past = await revisions.find({ _id: { $in: numbers.map((number) => revisionKey(id, number)) } });
    const reports = past.map(toPastReport).sort((a, b) => a.revision - b.revision);
    for (const report of reports) yield { kind: 'revision', report } as const;
  }
  yield { kind: 'revision', report: toReport(current) } as const;
}

/** What is not whole is left out: it can be rendered again. Nothing of this counts as somebody's asking. */
async function* dumpArtifacts(
  { artifacts }: Collections,
  store: ArtifactBytes,
  { onLeftOut }: DumpOptions,
): AsyncGenerator<Entry, void> {
  for await (const documents of scan(artifacts)) {
    for (const { _id: key, record } of documents) {
      const bytes = (await store.holds(record)) ? await readAll(store.read(record.sha256, undefined)) : undefined;
      if (bytes && matches(record, bytes)) yield { kind: 'artifact', key, record, bytes };
      else onLeftOut?.(key);
    }
  }
}

/** Undefined when they went meanwhile. */
async function readAll(pieces: AsyncIterable<Uint8Array>): Promise<Uint8Array | undefined> {
  const read: Uint8Array[] = [];
  try {
    for await (const piece of pieces) read.push(piece);
  } catch (error) {
    if (hasCode(error, 'NOT_FOUND')) return undefined;
    throw error;
  }
  return new Uint8Array(Buffer.concat(read));
}
