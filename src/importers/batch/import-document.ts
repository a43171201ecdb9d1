import { createHash } from 'node:crypto';
import type { Store } from '#store/store.ts';
import { importReport, type ImportSettings } from '../import-report.ts';
import type { Overrides } from '../overrides.ts';
import type { DocumentReader } from '../reader/document-reader.ts';

/** What became of a document that was not refused. */
export interface DocumentOutcome {
  readonly outcome: 'CREATED' | 'UPDATED' | 'UNCHANGED';
  /** Id of the report. */
  readonly report: string;
}

/** How one document is imported. */
export interface DocumentSettings extends Pick<ImportSettings, 'onExisting' | 'authorize' | 'actor'> {
  readonly store: Store;
  readonly reader: DocumentReader;
  readonly overrides?: Overrides | undefined;
  readonly signal?: AbortSignal | undefined;
}

/** The same bytes read the same way have the same digest, whatever the file is called. Hex SHA-256. */
function digestOf(document: string | Uint8Array, { organization, year }: Overrides): string {
  const hash = createHash('sha256').update(document);
  if (organization !== undefined || year !== undefined) hash.update(JSON.stringify([organization, year]));
  return hash.digest('hex');
}

/** The report that these bytes made, unless it has changed since and they are to be put in its place again. */
async function knownReport(
  digest: string,
  { store, onExisting, authorize }: DocumentSettings,
): Promise<string | undefined> {
  const known = await store.importedDocuments.find(digest);
  if (!known) return undefined;
  const report = await store.reports.seenBy('everything').find(known.report, ['revision', 'organization']);
  if (!report) return undefined;
  authorize?.(report.organization?.lineage ?? []);
  return onExisting === 'UPDATE' && report.revision !== known.revision ? undefined : known.report;
}

/**
 * Reads a document; what is handed back stores it, so that many can be read at the same time and stored in their order.
 * One that was imported before is recognized by its bytes and not read again. Rejects with the importer's errors.
 */
export async function readForImport(
  document: string | Uint8Array,
  settings: DocumentSettings,
  name: string,
): Promise<() => Promise<DocumentOutcome>> {
  const { store, reader, overrides = {}, signal } = settings;
  const digest = digestOf(document, overrides);
  const known = await knownReport(digest, settings);
  if (known !== undefined) return () => Promise.resolve({ outcome: 'UNCHANGED', report: known });
  const draft = await reader.read(document, overrides, signal);
  return async () => {
    const { id, revision, outcome } = await importReport(store, draft, settings);
    await store.importedDocuments.save({ digest, report: id, revision, name });
    return { outcome, report: id };
  };
}

/** Imports one document. Rejects with the importer's errors; nothing is stored then. */
export async function importDocument(
  document: string | Uint8Array,
  settings: DocumentSettings,
  name: string,
): Promise<DocumentOutcome> {
  const store = await readForImport(document, settings, name);
  return store();
}
