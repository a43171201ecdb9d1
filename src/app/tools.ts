import { readFile, stat } from 'node:fs/promises';
import { encodeGlobalID } from '@pothos/plugin-relay';
import { NianbaoError } from '#errors/nianbao-error.ts';
import type { Locale } from '#errors/locale.ts';
import { formOf } from '#forms/index.ts';
import { importReport } from '#importers/import-report.ts';
import { MAX_DOCUMENT_BYTES, readDocument } from '#importers/read-document.ts';
import { printableReport, type PrintableSource } from '#rendering/printable-report.ts';
import { checkReport, describeViolation } from '#reports/checks/check-report.ts';
import type { Violation } from '#reports/checks/violation.ts';
import type { Report, ReportDraft } from '#reports/report.ts';
import type { Config } from './config.ts';
import { createLog } from './create-log.ts';
import { openStore } from './open-store.ts';
import { openRenderers } from './renderers.ts';

/** A violation as the GraphQL type of that name has it. */
export interface PlainViolation extends Omit<Violation, 'parameters' | 'expected' | 'actual'> {
  readonly message: string;
  readonly expected: number | null;
  readonly actual: number | null;
}

/** What the checks found, as the GraphQL type CheckResult has it. */
export interface PlainChecks {
  readonly passed: boolean;
  readonly violations: readonly PlainViolation[];
}

async function readFileDraft(file: string): Promise<ReportDraft> {
  const { size } = await stat(file);
  if (size > MAX_DOCUMENT_BYTES) throw new NianbaoError('DOCUMENT_TOO_LARGE', { limit: MAX_DOCUMENT_BYTES });
  return readDocument(await readFile(file));
}

function numberOf(value: string | null): number | null {
  return value === null ? null : Number(value);
}

function plainViolation(violation: Violation, locale: Locale): PlainViolation {
  const { code, severity, paths, expected, actual } = violation;
  return {
    code,
    severity,
    paths,
    message: describeViolation(violation, locale),
    expected: numberOf(expected),
    actual: numberOf(actual),
  };
}

/** Reads and checks a file; stores nothing. Rejects with the importer's errors. */
export async function checkFile(file: string, locale: Locale): Promise<PlainChecks> {
  const draft = await readFileDraft(file);
  const { passed, violations } = checkReport(formOf(draft), draft);
  return { passed, violations: violations.map((violation) => plainViolation(violation, locale)) };
}

/** The id that GraphQL knows a report by, and whether the file made it. */
export interface ImportedFile {
  readonly id: string;
  readonly created: boolean;
}

/** Imports files into an open store, one by one. */
export interface FileImporter {
  readonly importFile: (file: string) => Promise<ImportedFile>;
  readonly close: () => Promise<void>;
}

/** Opens the configured store for importing. */
export async function openFileImporter(config: Config): Promise<FileImporter> {
  const store = await openStore(config, createLog(config.logLevel));
  return {
    importFile: async (file) => {
      const { id, created } = await importReport(store, await readFileDraft(file));
      return { id: encodeGlobalID('Report', id), created };
    },
    close: () => store.close(),
  };
}

/** What is to be rendered, and how. */
export interface RenderTask {
  /** A file, or the id of a stored report. */
  readonly subject: string;
  readonly renderer: string;
  readonly options: Readonly<Record<string, unknown>>;
}

async function sourceFromFile(file: string): Promise<PrintableSource> {
  const draft = await readFileDraft(file);
  const { mtime } = await stat(file);
  return { ...draft, organization: { name: draft.organization }, updatedAt: mtime };
}

/** Ids are taken as GraphQL writes them, and plain. */
function storedId(id: string): string {
  const [type, plain] = Buffer.from(id, 'base64').toString('utf8').split(':', 2);
  return type === 'Report' && plain !== undefined ? plain : id;
}

async function sourceFromStore(id: string, config: Config): Promise<PrintableSource> {
  const store = await openStore(config, createLog(config.logLevel));
  try {
    const report = await store.reports.find(storedId(id), 'all');
    if (report) return report as Report;
    throw new NianbaoError('NOT_FOUND', { what: 'report', id });
  } finally {
    await store.close();
  }
}

async function isFile(path: string): Promise<boolean> {
  return stat(path).then(
    (found) => found.isFile(),
    () => false,
  );
}

/** Renders a file, without any store, or a stored report. */
export async function renderSubject({ subject, renderer, options }: RenderTask, config: Config): Promise<Uint8Array> {
  const source = (await isFile(subject)) ? await sourceFromFile(subject) : await sourceFromStore(subject, config);
  const { plugins, browser } = await openRenderers(config, createLog(config.logLevel));
  try {
    const complete = plugins.completeOptions(renderer, options);
    const control = { signal: new AbortController().signal, progress: () => undefined };
    return await plugins.run(renderer, complete, printableReport(source), control);
  } finally {
    await browser.close();
  }
}
