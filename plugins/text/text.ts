/**
 * The grammar of the text. Lines end in LF; `▯` below is one blank. Chinese words in documents whose language begins
 * with zh, English ones otherwise (English words follow the slash).
 *
 *     text     = [BOM] title, source, date, unit, legend, contents, then the blocks in order
 *     heading  = two empty lines, the heading, one empty line (run-in headings begin their paragraph instead)
 *     table    = "表▯N▯开始：" caption / "Table▯N▯begins:▯" caption
 *                "R行C列，…" / "R▯rows,▯C▯columns, …"          size, reading order, unit, how to skip; one line
 *                { "表头左上格：…" | "列标题：…" | "注：…" }      corner, tree of column heads (short form), notes
 *                [ empty line, zeros ] { empty line, row } [ empty line, totals ] [ empty line, findings ] empty line
 *                "表▯N▯结束" / "Table▯N▯ends"
 *     row      = "第i行" [ "：" heads ] / "Row▯i" [ ":▯" heads ]
 *                one line for each column, in order: heads "：" value / heads ":▯" value
 *     heads    = labels from the outermost to the deepest with "，" / ",▯" between; only the deepest in the short form;
 *                "第j列" / "Column▯j" for a column without a label
 *     value    = figure | "空" / "empty" | "原文“" mark "”" / "source▯says▯“" mark "”"
 *     zeros    = "全为0的行共n行：" then "第i行，" heads for each with "；" between and "。" at the end
 *     findings = a line “问题k：” severity “：” sentence / “Finding▯k:▯” … for each that the checks have found in the table
 *     totals   = a line "核对：" label "：" outcome "。" / "Check:▯" … for each statement
 *
 * Read by columns (`order`), the size line says “逐列读” / “column by column”, and columns and rows change places: “第j列” /
 * “Column▯j” begins a group, and each line below it is the figure of a row.
 *
 * A value holds no "：" (":▯" in English): it begins after the last one of its line, whatever the heads hold. Where lines
 * are broken (`lineWidth`), the lines of a table go on after two blanks: drop the line feed and these two to join them. The
 * lines of a paragraph are joined by dropping the line feed: the blank at a break stands at the end of its line.
 */
import type { Block, PrintableDocument } from 'nianbao/plugin-api';
import { contentsPieces } from './contents.ts';
import { spokenFindings } from './findings.ts';
import { wordsFor } from './language.ts';
import { openingPieces } from './opening.ts';
import type { TextOptions } from './options.ts';
import { bodyPieces, type Piece } from './pieces.ts';

// The title is said by the opening.
function withoutTitle([first, ...rest]: readonly Block[]): readonly Block[] {
  if (first === undefined) return [];
  return first.type === 'heading' && first.level === 1 ? rest : [first, ...rest];
}

function join(pieces: readonly Piece[]): string {
  return pieces.map(({ text, heading }, index) => `${index === 0 ? '' : heading ? '\n\n\n' : '\n\n'}${text}`).join('');
}

function tableNumbers({ blocks }: PrintableDocument): ReadonlyMap<string, number> {
  return new Map(blocks.filter((block) => block.type === 'table').map(({ id }, index) => [id, index + 1]));
}

/** The whole document as text, by the grammar above. */
export function renderText(document: PrintableDocument, options: TextOptions): string {
  const words = wordsFor(document.language);
  const manner = { words, options, findings: spokenFindings(document, words), tables: tableNumbers(document) };
  const pieces = [
    ...openingPieces(document, manner),
    ...contentsPieces(document, manner),
    ...bodyPieces(withoutTitle(document.blocks), manner),
  ];
  return `${options.bom ? '\ufeff' : ''}${join(pieces)}\n`;
}
