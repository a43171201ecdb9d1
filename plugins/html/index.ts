import { definePlugin, defineRenderer } from 'nianbao/plugin-api';
import type { HtmlOptions } from './options.ts';
import { renderPage } from './page.ts';

/** The `html` plugin: a printable document as one standalone page of HTML. */
export default definePlugin({
  renderers: { html: defineRenderer<HtmlOptions>({ render: renderPage }) },
});
