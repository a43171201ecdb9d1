import type { Blocks } from './blocks.ts';
import { addHtmlTable } from './html-table.ts';
import { attribute, childrenOf, isElement, isUnseen, lineOf, textOf, type Element } from './html-tree.ts';

const blockNames = new Set(
  (
    'address article aside blockquote center dd details div dl dt figcaption figure h1 h2 h3 h4 h5 h6 header hr li ' +
    'main ol p pre section table ul'
  ).split(' '),
);

function isBlock(element: Element): boolean {
  return blockNames.has(element.tagName);
}

/** Our pages draw a heading and the paragraph that it begins as one line. */
function isRunIn(element: Element): boolean {
  return attribute(element, 'class') === 'run-in';
}

function holdsBlocks(element: Element): boolean {
  return childrenOf(element).some((child) => isElement(child) && (isBlock(child) || holdsBlocks(child)));
}

function addHeading(blocks: Blocks, element: Element): boolean {
  const level = /^h([1-6])$/u.exec(element.tagName)?.[1];
  if (level === undefined) return false;
  blocks.heading(textOf(element), Number(level), lineOf(element));
  return true;
}

function joinedText(element: Element): string {
  return childrenOf(element)
    .map((child) => textOf(child).trim())
    .join('');
}

// Text between two line breaks is a paragraph of its own on many sites.
function addText(blocks: Blocks, nodes: readonly ReturnType<typeof childrenOf>[number][], line: number): void {
  let text = '';
  for (const node of nodes) {
    if (node.nodeName === 'br') {
      blocks.paragraph(text, line);
      text = '';
    } else text += textOf(node);
  }
  blocks.paragraph(text, line);
}

function addMixed(blocks: Blocks, element: Element): void {
  let inline: ReturnType<typeof childrenOf> = [];
  const flush = () => {
    addText(blocks, inline, lineOf(element));
    inline = [];
  };
  for (const child of childrenOf(element)) {
    if (isElement(child) && (isBlock(child) || holdsBlocks(child))) {
      flush();
      addContent(blocks, child);
    } else inline.push(child);
  }
  flush();
}

/** Adds what an element holds, in reading order. */
export function addContent(blocks: Blocks, element: Element): void {
  if (isUnseen(element) || addHeading(blocks, element)) return;
  if (element.tagName === 'table') addHtmlTable(blocks, element, (cell) => addMixed(blocks, cell));
  else if (isRunIn(element)) blocks.paragraph(joinedText(element), lineOf(element));
  else addMixed(blocks, element);
}
