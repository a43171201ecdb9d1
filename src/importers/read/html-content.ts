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
// Buttons and notes that sites set around what they publish; a sentence is none of them.
const ofSite =
  /^[^。]{0,60}(?:打印(?:本|此)页|关闭(?:本页|窗口)|返回(?:顶部|首页|列表|上页)|分享到|上一篇|下一篇|浏览次数|阅读次数|点击数|扫一扫|网站地图|网站标识码|版权所有|公网安备|ICP备)[^。]{0,60}$/u;

function addText(blocks: Blocks, nodes: readonly ReturnType<typeof childrenOf>[number][], line: number): void {
  let text = '';
  const addLine = (words: string) => {
    if (!ofSite.test(words.trim())) blocks.paragraph(words, line);
  };
  for (const node of nodes) {
    if (node.nodeName === 'br') {
      addLine(text);
      text = '';
    } else text += textOf(node);
  }
  addLine(text);
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

/** A list of nothing but links leads to other pages. */
function isMenu(element: Element): boolean {
  if (!/^(?:ul|ol|dl)$/u.test(element.tagName)) return false;
  const whole = textOf(element).replace(/\s+/gu, '');
  const links = linksIn(element).map(textOf).join('').replace(/\s+/gu, '');
  return whole !== '' && links === whole;
}

function linksIn(element: Element): Element[] {
  return childrenOf(element)
    .filter(isElement)
    .flatMap((child) => (child.tagName === 'a' ? [child] : linksIn(child)));
}

/** Adds what an element holds, in reading order. */
export function addContent(blocks: Blocks, element: Element): void {
  if (isUnseen(element) || isMenu(element) || addHeading(blocks, element)) return;
  if (element.tagName === 'table') addHtmlTable(blocks, element, (cell) => addMixed(blocks, cell));
  else if (isRunIn(element)) blocks.paragraph(joinedText(element), lineOf(element));
  else addMixed(blocks, element);
}
