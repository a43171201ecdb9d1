import type { Nodes, Root, RootContent, Table } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { frontmatterFromMarkdown } from 'mdast-util-frontmatter';
import { gfmFromMarkdown } from 'mdast-util-gfm';
import { toString } from 'mdast-util-to-string';
import { frontmatter } from 'micromark-extension-frontmatter';
import { gfm } from 'micromark-extension-gfm';
import { parseDocument } from 'yaml';
import type { Source, SourceIdentity } from '../source.ts';
import { Blocks } from './blocks.ts';
import { identityOf } from './metadata.ts';

function lineOf(node: Nodes): number {
  return node.position?.start.line ?? 0;
}

function addTable(blocks: Blocks, table: Table, endsCut: boolean): void {
  const rows = table.children.map(({ children }) =>
    children.map((cell) => ({ text: toString(cell), line: lineOf(cell) })),
  );
  blocks.table(rows, endsCut);
}

function addNode(blocks: Blocks, node: RootContent, endsCut: boolean): void {
  if (node.type === 'table') addTable(blocks, node, endsCut);
  else if (node.type === 'heading') blocks.heading(toString(node), node.depth, lineOf(node));
  else if ('children' in node && node.type !== 'paragraph')
    for (const child of node.children) addNode(blocks, child, endsCut);
  else if (node.type !== 'yaml') blocks.paragraph(toString(node), lineOf(node));
}

// Aliases could make a small text large.
function identityIn({ children: [first] }: Root): SourceIdentity | undefined {
  if (first?.type !== 'yaml') return undefined;
  const front = parseDocument(first.value);
  const value: unknown = front.errors.length > 0 ? undefined : front.toJS({ maxAliasCount: 0 });
  return typeof value === 'object' && value !== null ? identityOf(value) : undefined;
}

/** GitHub Flavored Markdown. A table is broken when the text ends with it in the middle of a line. */
export function readMarkdown(text: string): Source {
  const root = fromMarkdown(text, {
    extensions: [gfm(), frontmatter()],
    mdastExtensions: [gfmFromMarkdown(), frontmatterFromMarkdown()],
  });
  const blocks = new Blocks();
  const last = root.children.at(-1);
  for (const node of root.children) addNode(blocks, node, node === last && !text.endsWith('\n'));
  return blocks.source(identityIn(root));
}
