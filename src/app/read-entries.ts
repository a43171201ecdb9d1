import { createReadStream } from 'node:fs';
import { hasCode, type NianbaoError } from '#errors/nianbao-error.ts';
import type { Entry } from '#store/dump.ts';
import { fromLine } from '#store/entry-line.ts';
import { readLines } from './read-lines.ts';

/** How far an export was read. */
export interface Progress {
  /** The last line that was read, counted from 1. */
  readonly line: number;
  readonly found: number;
  /** How many entries its last line says there are. */
  readonly end: number | undefined;
  /** INPUT_INVALID or DUMP_NEWER of that line. */
  readonly fault: NianbaoError | undefined;
}

/** The entries of an export up to the first line that can not be read, and how far that was. */
export function readEntries(file: string): {
  readonly entries: AsyncIterable<Entry>;
  readonly progress: () => Progress;
} {
  let [line, found] = [0, 0];
  let end: number | undefined;
  let fault: NianbaoError | undefined;

  function note(error: unknown): void {
    if (!hasCode(error, 'INPUT_INVALID', 'DUMP_NEWER')) throw error;
    fault = error;
  }

  function take(text: string): Entry | undefined {
    try {
      const entry = text.trim() === '' ? undefined : fromLine(text);
      if (entry?.kind !== 'end') return entry;
      end = entry.entries;
    } catch (error) {
      note(error);
    }
    return undefined;
  }

  async function* read(): AsyncGenerator<Entry> {
    for await (const text of readLines(createReadStream(file))) {
      if (fault) return;
      line += 1;
      const entry = take(text);
      if (!entry) continue;
      found += 1;
      yield entry;
    }
    // Nothing follows, not even the end of the line: it broke off there.
    if (fault?.code === 'INPUT_INVALID') fault = undefined;
  }

  async function* readToFault(): AsyncGenerator<Entry> {
    try {
      yield* read();
    } catch (error) {
      // A line that is too long is never read.
      line += 1;
      note(error);
    }
  }

  return { entries: readToFault(), progress: () => ({ line, found, end, fault }) };
}
