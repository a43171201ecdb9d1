import type { DocumentOptions } from '#plugin-api/document-options.ts';
import type { TableDefinition, TableWords } from '#forms/form-definition.ts';
import type { Form } from '#forms/form.ts';

/** Language of a document's labels, as BCP 47. */
export type DocumentLocale = DocumentOptions['locale'];

/** A form's label with its English. */
interface Labelled {
  readonly label: string;
  readonly english: string;
}

interface Branch extends Labelled {
  readonly rows?: readonly Branch[];
  readonly columns?: readonly Branch[];
}

/** The label in a language. */
export function labelIn({ label, english }: Labelled, locale: DocumentLocale): string {
  return locale === 'en' ? english : label;
}

/** What is said of a table as a whole, in a language. */
export function tableWordsIn({ english, ...chinese }: TableDefinition, locale: DocumentLocale): TableWords {
  return locale === 'en' ? english : chinese;
}

/** The heading of a chapter by its place in the form, from 0. */
export function chapterHeading({ chapters }: Form, index: number, locale: DocumentLocale): string {
  const { number, title, english } = chapters[index]!;
  return locale === 'en' ? `${index + 1}. ${english}` : `${number}、${title}`;
}

function labelsBelow(branches: readonly Branch[]): Labelled[] {
  return branches.flatMap((branch) => [branch, ...labelsBelow(branch.rows ?? branch.columns ?? [])]);
}

/** Every label, title and heading of a form in Chinese, with what it is in a language. */
export function wordList(form: Form, locale: DocumentLocale): ReadonlyMap<string, string> {
  const labels = form.tables.flatMap(({ definition: { title, english, rows, columns } }) => [
    { label: title, english: english.title },
    ...labelsBelow(rows),
    ...labelsBelow(columns),
  ]);
  const headings = form.chapters.map(
    (_, index) => [chapterHeading(form, index, 'zh-CN'), chapterHeading(form, index, locale)] as const,
  );
  return new Map([...labels.map((one) => [one.label, labelIn(one, locale)] as const), ...headings]);
}
