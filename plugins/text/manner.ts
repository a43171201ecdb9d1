import type { SpokenFindings } from './findings.ts';
import type { TextOptions } from './options.ts';
import type { Words } from './words.ts';

/** How one document is written: its language's words and the reader's options. */
export interface Manner {
  readonly words: Words;
  readonly options: TextOptions;
  readonly findings: SpokenFindings;
  /** Numbers of the tables by their ids. */
  readonly tables: ReadonlyMap<string, number>;
}
