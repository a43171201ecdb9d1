import { createHash } from 'node:crypto';
import type { PrintableDocument } from 'nianbao/plugin-api';
import { renderArticle } from './article.ts';
import { attributes, markup, trusted, type Markup } from './markup.ts';
import type { HtmlOptions } from './options.ts';
import { prefixIds } from './outline.ts';
import { styleFor } from './style/index.ts';

// The hash lets a page with a strict Content-Security-Policy allow the style: style-src 'sha256-…'.
function renderStyle(options: HtmlOptions): Markup {
  const style = `\n${styleFor(options)}`;
  const hash = createHash('sha256').update(style).digest('base64');
  return markup`<style${attributes({ 'data-csp': `sha256-${hash}` })}>${trusted(style)}</style>\n`;
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
  const named = markup`<title${attributes({ lang: metadata.language })}>${title}</title>\n`;
  const charset = markup`<meta charset="utf-8">\n`;
  return markup`<head>\n${charset}${named}${known}${renderStyle(options)}</head>\n`;
}

/** The whole page, or only the article with its style when a fragment is asked for. */
export function renderPage(given: PrintableDocument, options: HtmlOptions): string {
  const document = prefixIds(given, options.idPrefix);
  if (options.fragment) return renderArticle(document, options, renderStyle(options)).html;
  const article = renderArticle(document, options);
  const html = attributes({ lang: document.language });
  const body = markup`<body class="nianbao-page">\n<main>\n${article}</main>\n</body>\n`;
  return markup`<!doctype html>\n<html${html}>\n${renderHead(document, options)}${body}</html>\n`.html;
}
