import type { Operation } from './content-stream.ts';

/** A run of marked content that the structure tree refers to. */
export interface MarkedItem {
  readonly mcid: number;
  /** What it shows, for telling whether two items show the same; empty for lines and backgrounds. */
  readonly shown: string;
  readonly isDrawn: boolean;
}

const begins = new Set(['BMC', 'BDC']);
const shows = new Set(['Tj', 'TJ', "'", '"']);
const images = new Set(['Do', 'sh']);

/** The marked items of a page. */
export function markedItems(operations: readonly Operation[]): MarkedItem[] {
  const items: MarkedItem[] = [];
  let open: { mcid: number; shown: string[]; isDrawn: boolean; depth: number } | undefined;
  let depth = 0;
  for (const operation of operations) {
    const { operator, operands } = operation;
    const mcid = mcidOf(operation);
    if (begins.has(operator)) depth += 1;
    if (mcid !== undefined) open = { mcid, shown: [], isDrawn: false, depth };
    if (shows.has(operator)) open?.shown.push(operands.join(' '));
    if (images.has(operator) && open) open.isDrawn = true;
    if (operator !== 'EMC') continue;
    if (open?.depth === depth) {
      items.push({ mcid: open.mcid, shown: open.shown.join(' '), isDrawn: open.isDrawn });
      open = undefined;
    }
    depth -= 1;
  }
  return items;
}

/** The number by which the structure tree refers to the content that the operation begins. */
function mcidOf({ operator, operands }: Operation): number | undefined {
  if (operator !== 'BDC') return undefined;
  const index = operands.indexOf('/MCID');
  return index === -1 ? undefined : Number(operands[index + 1]);
}

const constructs = new Set(['m', 'l', 'c', 'v', 'y', 'h', 're', 'W', 'W*']);
const paints = new Set(['f', 'F', 'f*', 'S', 's', 'B', 'B*', 'b', 'b*']);
const pageFoot = '/Artifact <</Type /Pagination /Subtype /Footer>> BDC';

/** What items become that are read elsewhere, or never. */
export interface Artifacts {
  /** Borders and backgrounds. */
  readonly layout: ReadonlySet<number>;
  /** Heads that are shown again on a further page. */
  readonly repeated: ReadonlySet<number>;
}

/**
 * The stream with everything that is not read marked as an artifact (ISO 14289-1, 7.1): items of those numbers, and what
 * stands outside of marked content, of which text is the page's number.
 */
export function markArtifacts(text: string, operations: readonly Operation[], artifacts: Artifacts): string {
  const pieces: string[] = [];
  let depth = 0;
  let path: string[] = [];
  let inText = false;
  const wrap = (begin: string, content: string) => pieces.push(`\n${begin}`, content, '\nEMC');
  for (const operation of operations) {
    const { operator, start, end } = operation;
    const content = text.slice(start, end);
    if (begins.has(operator)) {
      pieces.push(depth === 0 ? beginOf(operation, artifacts, content) : content);
      depth += 1;
    } else if (depth > 0) {
      if (operator === 'EMC') depth -= 1;
      pieces.push(content);
    } else if (operator === 'BT') {
      inText = true;
      pieces.push(`\n${pageFoot}`, content);
    } else if (inText) {
      pieces.push(content);
      if (operator !== 'ET') continue;
      inText = false;
      pieces.push('\nEMC');
    } else if (constructs.has(operator)) {
      path.push(content);
    } else if (paints.has(operator) || images.has(operator)) {
      wrap('/Artifact BMC', [...path, content].join(''));
      path = [];
    } else {
      pieces.push(...path, content);
      path = [];
    }
  }
  return pieces.join('');
}

function beginOf(operation: Operation, { layout, repeated }: Artifacts, content: string): string {
  const mcid = mcidOf(operation);
  if (mcid === undefined) return content;
  if (layout.has(mcid)) return '\n/Artifact BMC';
  return repeated.has(mcid) ? '\n/Artifact <</Type /Pagination>> BDC' : content;
}
