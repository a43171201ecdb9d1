import { describe, expect, it } from 'vitest';
import { formOf } from '#forms/index.ts';
import { readDocument } from '#importers/read-document.ts';
import { checkReport } from '#reports/checks/check-report.ts';
import { entriesOf } from '#reports/figures.ts';
import { corpus, type CorpusDocument } from './corpus.ts';

/** Text without the white space that formats differ in. */
function bare(text: string): string {
  return text.replace(/\s+/gu, '');
}

function expectedFigures({ report, odd }: CorpusDocument): Record<string, unknown> {
  return Object.fromEntries([...report.figures, ...odd.map(([path, , value]) => [path, value] as const)]);
}

const readable = corpus.filter(({ refusal }) => refusal === undefined);
const refused = corpus.filter(({ refusal }) => refusal !== undefined);

describe('the corpus', () => {
  it('has at least 60 documents of their own', () => {
    expect(corpus.length).toBeGreaterThanOrEqual(60);
    expect(new Set(corpus.map(({ name }) => name)).size).toBe(corpus.length);
  });

  it.each(readable.map((document) => [document.name, document] as const))(
    'is read exactly: %s',
    async (_, document) => {
      const { report, odd } = document;
      const draft = await readDocument(document.document());
      expect(Object.fromEntries(entriesOf(draft.figures))).toEqual(expectedFigures(document));
      expect(Object.fromEntries(entriesOf(draft.raws))).toEqual(
        Object.fromEntries(odd.map(([path, raw]) => [path, raw])),
      );
      expect(draft).toMatchObject({
        form: report.form.id,
        year: report.year,
        organization: document.text(report.organization),
      });
      const narratives = Object.entries(draft.narratives).map(([key, text]) => [key, bare(text)]);
      const expected = Object.entries(report.narratives).map(([key, text]) => [key, bare(document.text(text))]);
      expect(Object.fromEntries(narratives)).toEqual(Object.fromEntries(expected));
      const placed = [...entriesOf(draft.source?.places ?? {})].map(([path]) => path);
      expect(new Set(placed)).toEqual(new Set(report.form.cells.keys()));
      expect(draft.source?.chapters).toEqual(report.form.chapters.map(({ key }) => key));
      const { violations } = checkReport(formOf(draft), draft);
      const wrong = violations.filter(({ severity }) => severity !== 'INFO');
      expect(document.clean ? wrong : []).toEqual([]);
    },
  );

  it.each(refused.map((document) => [document.name, document] as const))('is refused: %s', async (_, document) => {
    const outcome: unknown = await readDocument(document.document()).catch((error: unknown) => error);
    expect(outcome).toMatchObject({ name: 'NianbaoError', code: document.refusal });
  });
});
