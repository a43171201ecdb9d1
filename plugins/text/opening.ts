import type { PrintableDocument, TableBlock } from 'nianbao/plugin-api';
import type { Manner } from './manner.ts';
import type { Piece } from './pieces.ts';
import { plain } from './plain.ts';
import type { Words } from './words.ts';
import { wrapEntry, wrapParagraph } from './wrap.ts';

function dateOf(instant: string, { day }: Words): string {
  const date = new Date(instant);
  return Number.isNaN(date.getTime()) ? plain(instant) : day.format(date);
}

function tablesOf({ blocks }: PrintableDocument): TableBlock[] {
  return blocks.filter((block) => block.type === 'table');
}

function facts(document: PrintableDocument, { words }: Manner): string[] {
  const units = tablesOf(document).map((table) => plain(table.unit));
  const { language, subject, author } = document.metadata;
  const told: [string, string][] = [
    [words.subject, language === undefined ? '' : plain(subject)],
    [words.source, plain(author)],
    [words.date, dateOf(document.metadata.modified, words)],
    [words.unit, [...new Set(units)].filter((unit) => unit !== '').join(words.comma)],
  ];
  return told.filter(([, value]) => value !== '').map(([name, value]) => `${name}${words.colon}${value}`);
}

/** What stands before the contents: title, source, date, units, what the checks found, how tables are read. */
export function openingPieces(document: PrintableDocument, manner: Manner): Piece[] {
  const { lineWidth } = manner.options;
  const title = wrapParagraph(plain(document.title), lineWidth);
  const known = facts(document, manner).map((fact) => wrapEntry(fact, lineWidth));
  const legend =
    tablesOf(document).length === 0 ? '' : wrapParagraph(manner.words.legend[manner.options.order], lineWidth);
  const found = manner.findings.summary.map((line) => wrapEntry(line, lineWidth));
  const texts = [title, known.join('\n'), found.join('\n'), legend].filter((text) => text !== '');
  return texts.map((text) => ({ text, heading: false }));
}
