import type { Finding } from 'nianbao/plugin-api';
import type { TextOptions } from './options.ts';

type Order = TextOptions['order'];

/** How rows, or columns, are spoken of. */
export interface LineWords {
  readonly name: (number: number) => string;
  /** The sentence on those that are all zero. */
  readonly zeros: (count: number, names: readonly string[]) => string;
}

/** All that the text says beside the document's own words. */
export interface Words {
  readonly source: string;
  /** What the document is, where its title is in another language. */
  readonly subject: string;
  readonly date: string;
  readonly unit: string;
  /** A day, of the time zone that the language's readers live in. */
  readonly day: Intl.DateTimeFormat;
  /** Between a label and what it is the label of; between a head and its value. */
  readonly colon: string;
  /** Between the heads of a path. */
  readonly comma: string;
  /** Between the entries of a list. */
  readonly semicolon: string;
  /** Between a run-in heading without a mark at its end and its paragraph. */
  readonly gap: string;
  readonly note: string;
  readonly corner: string;
  readonly columnHeads: string;
  readonly empty: string;
  readonly nil: (mark: string) => string;
  readonly contents: (entries: number) => string;
  /** How tables are read, said once before the first. */
  readonly legend: Readonly<Record<Order, string>>;
  readonly figure: (number: number) => string;
  readonly table: (number: number) => string;
  readonly tableBegins: (number: number) => string;
  readonly tableEnds: (number: number) => string;
  readonly size: (size: TableSize) => string;
  readonly rows: LineWords;
  readonly columns: LineWords;
  readonly group: (label: string, members: readonly string[]) => string;
  readonly total: (statement: { label: string; agreeing: number; disagreeing: number; open: number }) => string;
  /** What the checks have found as a whole. */
  readonly checked: (errors: number, others: number) => string;
  readonly finding: (finding: { number: number; severity: Finding['severity']; text: string }) => string;
  /** Where the figures of a picture stand. */
  readonly seeTable: (number: number) => string;
}

/** What the announcement of a table says of its size and reading. */
interface TableSize {
  readonly rows: number;
  readonly columns: number;
  readonly unit: string;
  readonly order: Order;
  /** Where to go on for those who do not want to hear the table; empty for short ones. */
  readonly skipTo: string;
}
