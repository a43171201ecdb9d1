import { stat } from 'node:fs/promises';
import { NianbaoError } from '#errors/nianbao-error.ts';
import type { PrintableSource } from '#rendering/printable-report.ts';
import { subjectOfReport } from '#rendering/subject-of-report.ts';
import type { Report } from '#reports/report.ts';
import type { Config } from './config.ts';
import { createLog } from './create-log.ts';
import { openRenderersFor } from './renderers.ts';
import { readFileDraft } from './read-file-draft.ts';

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
  const { openStore } = await import('./open-store.ts');
  const store = await openStore(config, createLog(config.logLevel));
  try {
    const report = await store.reports.seenBy('everything').find(storedId(id), 'all');
    if (report) return report as Report;
    throw new NianbaoError('NOT_FOUND', { id });
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
  const { plugins, close } = await openRenderersFor(renderer, config, createLog(config.logLevel));
  try {
    const complete = plugins.completeOptions(renderer, options);
    const made = subjectOfReport(source)(plugins.documentOptions(renderer, complete));
    const control = { signal: new AbortController().signal, progress: () => undefined };
    return await plugins.run(renderer, complete, made, control);
  } finally {
    await close();
  }
}
