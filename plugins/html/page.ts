import type { PrintableDocument } from 'nianbao/plugin-api';
import { renderArticle } from './article.ts';
import { attributes, markup, trusted, type Markup } from './markup.ts';
import type { HtmlOptions } from './options.ts';
import { prefixIds } from './outline.ts';
import { styleFor } from './style/index.ts';

function renderStyle(options: HtmlOptions): Markup {
  return markup`<style>\n${trusted(styleFor(options))}</style>\n`;
}

function meta(name: string, content: string): Markup {
  return content === '' ? markup`` : markup`<meta${attributes({ name, content })}>\n`;
}

function renderHead({ title, metadata }: PrintableDocument, options: HtmlOptions): Markup {
  const known = [
    meta('viewport', 'width=device-width, initial-scale=1'),
    meta('author', metadata.author),
    meta('description', metadata.subject),
    meta('keywords', metadata.keywords.join(', ')),
  ];
  return markup`<head>\n<meta charset="utf-8">\n<title>${title}</title>\n${known}${renderStyle(options)}</head>\n`;
}

/** The whole page, or only style and article when a fragment is asked for. */
export function renderPage(given: PrintableDocument, options: HtmlOptions): string {
  const document = prefixIds(given, options.idPrefix);
  const article = renderArticle(document, options);
  if (options.fragment) return markup`${renderStyle(options)}${article}`.html;
  const html = attributes({ lang: document.language });
  const body = markup`<body class="nianbao-page">\n<main>\n${article}</main>\n</body>\n`;
  return markup`<!doctype html>\n<html${html}>\n${renderHead(document, options)}${body}</html>\n`.html;
}
