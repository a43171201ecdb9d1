import type { Nodes, Root, RootContent, Table } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { frontmatterFromMarkdown } from 'mdast-util-frontmatter';
import { gfmFromMarkdown } from 'mdast-util-gfm';
import { toString } from 'mdast-util-to-string';
import { frontmatter } from 'micromark-extension-frontmatter';
import { gfm } from 'micromark-extension-gfm';
import { parseDocument } from 'yaml';
import { NianbaoError } from '#errors/nianbao-error.ts';
import { shiftDigits } from '../note-marks.ts';
import type { Source, SourceIdentity } from '../source.ts';
import { Blocks } from './blocks.ts';
import { identityOf } from './metadata.ts';

function lineOf(node: Nodes): number {
  return node.position?.start.line ?? 0;
}

/** What a reader sees of a node: nothing of what is struck through, and marks of notes told from figures. */
function textOf(node: Nodes): string {
  if (node.type === 'delete') return '';
  if (node.type === 'footnoteReference') return `[${node.identifier}]`;
  if (node.type === 'break') return ' ';
  if (!('children' in node)) return toString(node);
  const text = node.children.map(textOf).join('');
  // A number that leads to another place of the page is that of a note.
  return node.type === 'link' && node.url.startsWith('#') ? shiftDigits(text, 'superscript') : text;
}

function addTable(blocks: Blocks, table: Table, endsCut: boolean): void {
  const rows = table.children.map(({ children }) =>
    children.map((cell) => ({ text: textOf(cell), line: lineOf(cell) })),
  );
  blocks.table(rows, endsCut);
}

function addNode(blocks: Blocks, node: RootContent, endsCut: boolean): void {
  if (node.type === 'table') addTable(blocks, node, endsCut);
  else if (node.type === 'heading') blocks.heading(textOf(node), node.depth, lineOf(node));
  else if ('children' in node && node.type !== 'paragraph')
    for (const child of node.children) addNode(blocks, child, endsCut);
  else if (node.type !== 'yaml') blocks.paragraph(textOf(node), lineOf(node));
}

/** Front matter that can not be read says nothing. Aliases, which could make a small text large, are not followed. */
function readYaml(text: string): unknown {
  try {
    return parseDocument(text).toJS({ maxAliasCount: 0 });
  } catch {
    return undefined;
  }
}

function identityIn({ children: [first] }: Root): SourceIdentity | undefined {
  if (first?.type !== 'yaml') return undefined;
  const value = readYaml(first.value);
  return typeof value === 'object' && value !== null ? identityOf(value) : undefined;
}

/** The longest reports have some 60,000 characters. */
const MOST_CHARACTERS = 200_000;

// Quotes in quotes and lists in lists, on one line: the parser takes time that grows with the square of their depth.
const deepNesting = /^(?:[ \t]*(?:>|(?:[-*+]|\d{1,9}[.)])(?=[ \t]))){50}/mu;

function refuseCostly(text: string): void {
  if (text.length > MOST_CHARACTERS) throw new NianbaoError('DOCUMENT_TOO_LARGE', { limit: MOST_CHARACTERS });
  if (deepNesting.test(text)) throw new NianbaoError('DOCUMENT_UNSAFE', { reason: 'Markdown > 50' });
}

/** GitHub Flavored Markdown. A table is broken when the text ends with it in the middle of a line. */
export function readMarkdown(text: string): Source {
  refuseCostly(text);
  const root = fromMarkdown(text, {
    extensions: [gfm(), frontmatter()],
    mdastExtensions: [gfmFromMarkdown(), frontmatterFromMarkdown()],
  });
  const blocks = new Blocks();
  const last = root.children.at(-1);
  for (const node of root.children) addNode(blocks, node, node === last && !text.endsWith('\n'));
  return blocks.source(identityIn(root));
}
