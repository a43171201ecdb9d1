import type { Root, RootContent } from 'mdast';
import { frontmatterToMarkdown } from 'mdast-util-frontmatter';
import { gfmToMarkdown } from 'mdast-util-gfm';
import { toMarkdown } from 'mdast-util-to-markdown';
import type { PrintableDocument } from 'nianbao/plugin-api';
import { stringify } from 'yaml';
import { contentOf } from './content.ts';
import type { MarkdownOptions } from './options.ts';

function frontMatter({ title, language, metadata }: PrintableDocument): RootContent {
  const { author, subject, modified, keywords } = metadata;
  const known = { title, author, subject, date: modified, keywords, lang: language };
  return { type: 'yaml', value: stringify(known, { lineWidth: 0 }).trimEnd() };
}

/** The whole document. What could be taken for markup is escaped, so that a parser gives the text back as it was. */
export function renderMarkdown(document: PrintableDocument, options: MarkdownOptions): string {
  const known = options.frontMatter ? [frontMatter(document)] : [];
  const root: Root = { type: 'root', children: [...known, ...contentOf(document)] };
  const extensions = [frontmatterToMarkdown(), gfmToMarkdown({ tablePipeAlign: false })];
  return toMarkdown(root, { bullet: '-', extensions });
}
