import type { PathTree } from './figures.ts';

/** Where something stands in the document that a report was read from; each part counts from 1 and is there when known. */
export interface SourcePlace {
  readonly line?: number | undefined;
  readonly page?: number | undefined;
  readonly sheet?: string | undefined;
  /** Address of a cell of the sheet, for example `C5`. */
  readonly cell?: string | undefined;
}

/** What an importer remembers of the document besides what the report says; every part only where it is known. */
export interface SourceRecord {
  /** Places of cells by their paths, as `placeText` writes them. */
  readonly places?: PathTree<string>;
  /** Keys of the form's chapters in the order of the document. */
  readonly chapters?: readonly string[];
  /** A second figure that the document has for a cell, as it was written. */
  readonly otherReadings?: PathTree<string>;
}

/** A place as one string, to be stored. */
export function placeText({ page, line, sheet, cell }: SourcePlace): string {
  const parts = [
    ...(page === undefined ? [] : [`page ${page}`]),
    ...(line === undefined ? [] : [`line ${line}`]),
    ...(cell === undefined ? [] : [`cell ${cell}`]),
    ...(sheet === undefined ? [] : [`sheet ${sheet}`]),
  ];
  return parts.join(', ');
}

const form =
  /^(?:page (?<page>\d+))?(?:, )?(?:line (?<line>\d+))?(?:, )?(?:cell (?<cell>\w+))?(?:, )?(?:sheet (?<sheet>.+))?$/su;

function count(digits: string | undefined): number | undefined {
  return digits === undefined ? undefined : Number(digits);
}

/** The place that `placeText` wrote. */
export function placeOfText(text: string): SourcePlace {
  const { page, line, cell, sheet } = form.exec(text)?.groups ?? {};
  return { page: count(page), line: count(line), sheet, cell };
}
