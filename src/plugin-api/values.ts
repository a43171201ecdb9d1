/** A figure: pieces as a whole number, money as an exact decimal text, null where the report has none. */
export type PlainFigure = number | string | null;

/** Values by the segments of their paths: the one at `applications.received.total` is `tree.applications.received.total`. */
export interface ValueTree<Value> {
  readonly [segment: string]: Value | ValueTree<Value>;
}

/** A report's data as plain JSON, for renderers that compute with figures instead of printing the form. */
export interface ReportValues {
  readonly title: string;
  /** Name of the body that the report is of. */
  readonly organization: string;
  readonly year: number;
  /** Id of the version of the national form, such as `2021`: it says which figures and chapters there are. */
  readonly form: string;
  /** ISO 8601 date and time of the state that is rendered. */
  readonly modified: string;
  /** Text by chapter, such as `overview`; paragraphs are separated by a blank line. Chapters without text may be left out. */
  readonly narratives: Readonly<Record<string, string>>;
  /** Every figure of the form, by the same paths as in GraphQL and in a document's cells. */
  readonly figures: ValueTree<PlainFigure>;
  /** What the report wrote in place of a figure, such as “/”, where it did. */
  readonly marks: ValueTree<string>;
}
