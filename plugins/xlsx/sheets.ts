import type { PrintableDocument, TableBlock } from 'nianbao/plugin-api';
import { plain } from './plain.ts';
import { wordsFor } from './words.ts';

/** The tables below one heading, and the sheet that they stand on. */
export interface TableSheet {
  /** As Excel allows it: at most 31 characters, unique, without marks that formulas need. */
  readonly name: string;
  /** Id of the heading; empty for tables before the first. */
  readonly id: string;
  readonly heading: string;
  readonly tables: readonly TableBlock[];
}

function nameOf(heading: string, taken: ReadonlySet<string>): string {
  const name = Array.from(
    plain(heading)
      .replace(/[[\]:*?/\\]/gu, ' ')
      .replace(/^'|'$/gu, ' ')
      .trim() || 'Table',
  );
  for (let count = 1; ; count++) {
    const suffix = count === 1 ? '' : ` ${count}`;
    const tried =
      name
        .slice(0, 28)
        .join('')
        .slice(0, 31 - suffix.length) + suffix;
    if (!taken.has(tried.toLowerCase())) return tried;
  }
}

/** The tables of a document by the chapters that they stand in. */
export function sheetsOf({ title, language, blocks }: PrintableDocument): TableSheet[] {
  const taken = new Set([wordsFor(language).text.toLowerCase(), 'history']);
  const sheets: { name: string; id: string; heading: string; tables: TableBlock[] }[] = [];
  let place = { id: '', heading: title };
  for (const block of blocks) {
    if (block.type === 'heading' && block.level <= 2) place = { id: block.id, heading: block.text };
    if (block.type !== 'table') continue;
    const last = sheets.at(-1);
    if (last && last.id === place.id && last.heading === place.heading) last.tables.push(block);
    else {
      const name = nameOf(place.heading, taken);
      taken.add(name.toLowerCase());
      sheets.push({ ...place, name, tables: [block] });
    }
  }
  return sheets;
}
