import type { PageLayout } from './print-request.ts';

/** The document with fonts, as elements of its head, and the layout's page before its own styles, which may refine both. */
export function prepareDocument(html: string, layout: PageLayout, fonts: string): string {
  const head = `${fonts}<style>${pageRule(layout)}</style>`;
  const start = /<head(?:\s[^>]*)?>/i.exec(html) ?? /<html(?:\s[^>]*)?>/i.exec(html) ?? /<!doctype[^>]*>/i.exec(html);
  const place = start === null ? 0 : start.index + start[0].length;
  return html.slice(0, place) + head + html.slice(place);
}

// Chromium also takes the margins as parameters of a print, but then it lays text out up to a pixel wider than the
// area it paints, and a border at the right edge is cut off.
function pageRule({ width, height, margin }: PageLayout): string {
  return `@page{size:${width} ${height};margin:${margin.top} ${margin.right} ${margin.bottom} ${margin.left}}`;
}
