import { national2019 } from '#forms/national/2019.ts';
import { national2021 } from '#forms/national/2021.ts';
import type { Form } from '#forms/form.ts';
import { corpusReport, type CorpusReport } from './corpus-report.ts';
import { layOut } from './layout.ts';
import { oddities, refusals, type OddCell, type Oddity } from './oddities.ts';

/** A document of the corpus and what it must be read as. */
export interface CorpusDocument {
  readonly name: string;
  readonly report: CorpusReport;
  readonly document: () => Uint8Array | string;
  /** Nothing about it is wrong, so that no check may complain. */
  readonly clean: boolean;
  /** Code of the refusal; undefined where it must be read exactly. */
  readonly refusal: string | undefined;
  readonly odd: readonly OddCell[];
  readonly text: (text: string) => string;
}

function documentOf(form: Form, oddity: Oddity, seed: number): CorpusDocument {
  const report = corpusReport(form, seed);
  const odd = oddity.cells?.(report) ?? [];
  const raws = new Map(odd.map(([path, raw]) => [path, raw]));
  const blocks = layOut(report, (path) => raws.get(path) ?? String(report.figures.get(path)));
  return {
    name: `${oddity.name}, on the form of ${form.id}`,
    report,
    document: () => oddity.write(blocks, report),
    clean: oddity.refusal === undefined && odd.every(([, , value]) => value !== null),
    refusal: oddity.refusal,
    odd,
    text: oddity.text ?? ((text) => text),
  };
}

/** Every oddity on both forms, then the documents that are refused; the same bytes every time. */
export const corpus: readonly CorpusDocument[] = [national2021, national2019].flatMap((form, place) =>
  [...oddities, ...refusals].map((oddity, index) => documentOf(form, oddity, 7 * index + 3 * place + 1)),
);
