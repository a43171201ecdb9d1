import type { TextOptions } from './options.ts';
import type { Words } from './words.ts';

/** How one document is written: its language's words and the reader's options. */
export interface Manner {
  readonly words: Words;
  readonly options: TextOptions;
}
