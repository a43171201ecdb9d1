import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { readConfig } from '#app/config.ts';
import { createLog } from '#app/create-log.ts';
import { openRenderers, type Renderers } from '#app/renderers.ts';
import { readDocument } from '#importers/read-document.ts';
import { subjectOfReport } from '#rendering/subject-of-report.ts';
import type { Report } from '#reports/report.ts';
import { readSample } from '../../gateway/read-sample.ts';
import { syntheticDump } from '../synthetic-reports.ts';

/** Renderers of which the documents are read again. */
export const formats = ['text', 'markdown', 'csv', 'json', 'html', 'docx', 'xlsx', 'pdf'] as const;
export type Format = (typeof formats)[number];

/** Writes documents of reports, no two of which are of the same body and year. */
export interface DocumentWriter {
  /** The file and how many bytes it has. */
  readonly write: (folder: string, format: Format) => Promise<{ readonly file: string; readonly bytes: number }>;
  readonly close: () => Promise<void>;
}

async function render({ plugins }: Renderers, format: Format, report: Report): Promise<Uint8Array> {
  const options = plugins.completeOptions(format, {});
  const subject = subjectOfReport(report)(plugins.documentOptions(format, options));
  return plugins.run(format, options, subject, { signal: new AbortController().signal, progress: () => undefined });
}

function* reports(model: Awaited<ReturnType<typeof readDocument>>, most: number): Generator<Report> {
  for (const entry of syntheticDump(model, most)) if (entry.kind === 'revision') yield entry.report;
}

/** The same documents in every run, by the renderers of a gateway. */
export async function openDocumentWriter(most: number): Promise<DocumentWriter> {
  const renderers = await openRenderers(readConfig(), createLog('silent'));
  const next = reports(await readDocument(await readSample()), most);
  return {
    write: async (folder, format) => {
      const report = next.next().value as Report;
      const content = await render(renderers, format, report);
      const file = join(folder, `${report.id}.${format}`);
      await writeFile(file, content);
      return { file, bytes: content.byteLength };
    },
    close: renderers.close,
  };
}
