import { definePlugin, defineRenderer } from 'nianbao/plugin-api';
import { renderMarkdown } from './markdown.ts';
import type { MarkdownOptions } from './options.ts';

/** The `markdown` plugin: a printable document as GitHub Flavored Markdown. */
export default definePlugin({
  renderers: { markdown: defineRenderer<MarkdownOptions>({ render: renderMarkdown }) },
});
