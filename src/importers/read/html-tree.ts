import type { DefaultTreeAdapterTypes } from 'parse5';
import { NianbaoError } from '#errors/nianbao-error.ts';
import { shiftDigits, type Shift } from '../note-marks.ts';

export type Element = DefaultTreeAdapterTypes.Element;
type Node = DefaultTreeAdapterTypes.Node;

/** Pages nest some 30 elements; one that nests more than this was made to exhaust the reader. */
const DEEPEST = 300;

/** The children of a node; none for those that can have none. */
export function childrenOf(node: Node): Node[] {
  return 'childNodes' in node ? node.childNodes : [];
}

export function isElement(node: Node): node is Element {
  return 'tagName' in node;
}

/** All elements below a node in reading order. DOCUMENT_UNSAFE when they nest too deeply. */
export function elementsIn(node: Node, depth = 0): Element[] {
  if (depth > DEEPEST) throw new NianbaoError('DOCUMENT_UNSAFE', { reason: `HTML > ${DEEPEST}` });
  const found: Element[] = [];
  for (const child of childrenOf(node)) {
    if (isElement(child)) found.push(child);
    for (const below of elementsIn(child, depth + 1)) found.push(below);
  }
  return found;
}

/** The value of an attribute; undefined where there is none. */
export function attribute(element: Element | undefined, name: string): string | undefined {
  return element?.attrs.find((candidate) => candidate.name === name)?.value;
}

const separate = new Set(['br', 'p', 'div', 'li', 'tr', 'td', 'th']);
const shifts: ReadonlyMap<string, Shift> = new Map([
  ['sup', 'superscript'],
  ['rt', 'superscript'],
  ['sub', 'subscript'],
]);

/** Where the text of an element stands; a number that leads to another place of the page is that of a note. */
function shiftOf(node: Node): Shift | undefined {
  const leadsAside = isElement(node) && node.tagName === 'a' && attribute(node, 'href')?.startsWith('#') === true;
  return leadsAside ? 'superscript' : shifts.get(node.nodeName);
}

const unseenInputs = new Set('hidden button submit reset image checkbox radio file password'.split(' '));

/** What stands in a field that was left in a page. */
function fieldText(element: Element): string {
  const type = attribute(element, 'type')?.toLowerCase() ?? 'text';
  return element.tagName === 'input' && !unseenInputs.has(type) ? (attribute(element, 'value') ?? '') : '';
}

/** The text below a node as a reader sees it, lines set apart by blanks. */
export function textOf(node: Node): string {
  if (isElement(node) && isUnseen(node)) return '';
  if (node.nodeName === '#text' && 'value' in node) return node.value;
  const inner = (isElement(node) ? fieldText(node) : '') + childrenOf(node).map(textOf).join('');
  const shift = shiftOf(node);
  const text = shift === undefined ? inner : shiftDigits(inner, shift);
  return separate.has(node.nodeName) ? ` ${text} ` : text;
}

/** Also what was struck out, which is no longer said. */
const unseen = new Set(
  'script style template noscript nav footer button select textarea svg head s del strike'.split(' '),
);

/** Some systems put the whole page into one form; one without a table is for searching or signing in. */
function isControls(element: Element): boolean {
  return element.tagName === 'form' && !elementsIn(element).some(({ tagName }) => tagName === 'table');
}

/** Whether an element is no part of what is read; our pages say of what they add to a report that they did. */
export function isUnseen(element: Element): boolean {
  if (unseen.has(element.tagName) || ['hidden', 'data-added'].some((name) => attribute(element, name) !== undefined))
    return true;
  if (isControls(element)) return true;
  return /(?:display\s*:\s*none|visibility\s*:\s*hidden|font-size\s*:\s*0(?:\.0*)?\s*(?:[a-z%]+\s*)?(?:;|!|$))/iu.test(
    attribute(element, 'style') ?? '',
  );
}

/** The line that an element starts on. */
export function lineOf({ sourceCodeLocation }: Element): number {
  return sourceCodeLocation?.startLine ?? 1;
}
