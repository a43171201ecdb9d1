import type { PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { NianbaoError } from '#errors/nianbao-error.ts';
import { joinBoxes } from './geometry.ts';
import type { Run } from './page-runs.ts';
import { columnOf, continues, joinText, linesOf, type PageLine } from './paragraphs.ts';

/** A paragraph or heading that a page's structure tree marks. */
export interface MarkedBlock {
  /** Level of the heading; undefined for text. */
  readonly level: number | undefined;
  readonly contents: readonly string[];
}

/** Text of a block as it stands on a page. */
export interface TaggedBlock {
  readonly level: number | undefined;
  readonly lines: readonly PageLine[];
  /** The heading begins the line of the block after it. */
  readonly runIn: boolean;
}

interface Node {
  readonly role?: string;
  readonly id?: string;
  readonly children?: readonly Node[];
}

const DEEPEST = 200;
const inline: ReadonlySet<string> = new Set(
  'Span NonStruct Link Em Strong Quote Code Ruby RB RT Lbl Sub Annot'.split(' '),
);
const left: ReadonlySet<string> = new Set(['TOC', 'TOCI', 'Figure', 'Artifact']);

function levelOf(role: string): number | undefined {
  const level = /^H([1-6])?$/u.exec(role);
  return level ? Number(level[1] ?? 1) : undefined;
}

function collect(node: Node, blocks: { level: number | undefined; contents: string[] }[], depth: number): void {
  if (depth > DEEPEST) throw new NianbaoError('DOCUMENT_UNSAFE', { reason: `PDF > ${DEEPEST}` });
  const { role = '', children = [] } = node;
  if (left.has(role)) return;
  // A container that holds text beside blocks begins a new block behind each of them.
  if (!inline.has(role)) blocks.push({ level: levelOf(role), contents: [] });
  for (const child of children) {
    if (child.role === undefined) {
      if (child.id !== undefined) blocks.at(-1)?.contents.push(child.id);
    } else collect(child, blocks, depth + 1);
  }
  if (!inline.has(role)) blocks.push({ level: undefined, contents: [] });
}

/** The blocks of a page in the order in which they are read; empty where the document has no structure. */
export async function markedBlocksOf(page: PDFPageProxy): Promise<MarkedBlock[]> {
  const tree = (await page.getStructTree()) as Node | null;
  const blocks: { level: number | undefined; contents: string[] }[] = [{ level: undefined, contents: [] }];
  if (tree) collect({ ...tree, role: 'Document' }, blocks, 0);
  return blocks.filter(({ contents }) => contents.length > 0);
}

/** Whether nearly all text has its place in the structure; else the structure can not be relied on. */
export function isMarked(runs: readonly Run[], blocks: readonly MarkedBlock[]): boolean {
  const known = new Set(blocks.flatMap(({ contents }) => contents));
  const marked = runs.filter(({ content }) => content !== undefined && known.has(content));
  return runs.length > 0 && marked.length >= runs.length * 0.95;
}

/** Runs in the blocks of the structure. */
export function taggedBlocks(runs: readonly Run[], blocks: readonly MarkedBlock[], page: number): TaggedBlock[] {
  const byContent = new Map<string | undefined, Run[]>();
  for (const run of runs) byContent.set(run.content, [...(byContent.get(run.content) ?? []), run]);
  const filled = blocks
    .map(({ level, contents }) => ({ level, runs: contents.flatMap((id) => byContent.get(id) ?? []) }))
    .filter((block) => block.runs.length > 0);
  return filled.map(({ level, runs: own }, index) => {
    const next = filled[index + 1];
    return {
      level,
      lines: linesOf(own, page),
      runIn: level !== undefined && next !== undefined && shareLine(own, next.runs),
    };
  });
}

function shareLine(before: readonly Run[], after: readonly Run[]): boolean {
  const [last, first] = [before.at(-1), after[0]];
  if (!last || !first) return false;
  const { left: start, right } = joinBoxes([last]);
  return (
    Math.abs(last.bottom - first.bottom) < last.size * 0.3 &&
    first.left >= right - last.size * 0.2 &&
    start < first.left
  );
}

/** The text of a block without the ends of its lines. */
export function blockText({ lines }: TaggedBlock): string {
  return lines.reduce((text, line) => (text === '' ? line.text : joinText(text, line.text)), '');
}

/** A paragraph that a page ends in the middle of goes on with the first block of the next. */
export function joinOverPages(pages: readonly (readonly TaggedBlock[])[]): TaggedBlock[] {
  const all = pages.flat().flatMap(({ level, lines }) => (level === undefined ? lines : []));
  const column = columnOf(all);
  const joined: TaggedBlock[] = [];
  for (const blocks of pages)
    for (const [index, block] of blocks.entries()) {
      const last = joined.at(-1);
      const [end, start] = [last?.lines.at(-1), block.lines[0]];
      const goesOn = index === 0 && last && last.level === undefined && block.level === undefined && end && start;
      if (goesOn && continues(end, start, column))
        joined[joined.length - 1] = { ...last, lines: [...last.lines, ...block.lines] };
      else joined.push(block);
    }
  return joined;
}
