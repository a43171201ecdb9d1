import { fileURLToPath } from 'node:url';
import { readFileDraft } from '#app/read-file-draft.ts';
import { subjectOfReport } from '#rendering/subject-of-report.ts';
import type { RenderSubject } from '#rendering/renderer-catalogue.ts';

const sample = fileURLToPath(new URL('../../../src/app/sample/beiguan-gongxinju-2024.txt', import.meta.url));

/** The bundled report, as renderers take it. */
export async function readSubject(): Promise<RenderSubject> {
  const draft = await readFileDraft(sample);
  const updatedAt = new Date('2025-01-20T00:00:00Z');
  return subjectOfReport({ ...draft, organization: { name: draft.organization }, updatedAt })({});
}
