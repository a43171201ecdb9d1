import type { ArtifactStore } from '../artifact-store.ts';
import type { DumpOptions, Entry } from '../dump.ts';
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
import { createPluginRegistrations } from './plugin-registrations.ts';
import { scan } from './scan.ts';

/** How many documents of reports are held at a time. */
const batch = 50;

/** All entries of a database: organizations, reports with their past states, what was decided of plugins, artifacts if asked for. */
export async function* dump(
  collections: Collections,
  artifacts: ArtifactStore,
  options: DumpOptions,
): AsyncGenerator<Entry, void> {
  for await (const documents of scan(collections.organizations)) {
    for (const document of documents) yield { kind: 'organization', organization: toOrganization(document) };
  }
  for await (const documents of scan(collections.reports, { batch, without: unreadPaths })) {
    for (const document of documents) yield* statesOf(document, collections.revisions);
  }
  for (const registration of await createPluginRegistrations(collections.pluginRegistrations).list()) {
    yield { kind: 'plugin', registration };
  }
  if (options.artifacts === true) yield* dumpArtifacts(collections, artifacts);
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

async function* dumpArtifacts({ artifacts }: Collections, store: ArtifactStore): AsyncGenerator<Entry, void> {
  for await (const documents of scan(artifacts)) {
    for (const { _id: key, record } of documents) {
      // Its bytes may have gone meanwhile.
      if (!(await store.find(key))) continue;
      const pieces: Uint8Array[] = [];
      for await (const piece of store.read(record.sha256)) pieces.push(piece);
      yield { kind: 'artifact', key, record, bytes: new Uint8Array(Buffer.concat(pieces)) };
    }
  }
}
