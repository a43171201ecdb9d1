import { NianbaoError } from '#errors/nianbao-error.ts';
import type { PrintLimits, PrintRequest } from './print-request.ts';

type Budget = readonly [what: string, used: number, limit: number];

function count(text: string, pattern: RegExp): number {
  let found = 0;
  while (pattern.exec(text)) found += 1;
  return found;
}

/** Refuses with INPUT_INVALID what would cost Chromium too much memory or time, before it sees it. */
export function refuseLargeHtml({ html }: PrintRequest, limits: PrintLimits): void {
  const budgets: readonly Budget[] = [
    ['bytes', Buffer.byteLength(html), limits.htmlBytes],
    ['table cells', count(html, /<t[dh][\s>]/giu), limits.cells],
    ['images', count(html, /<(?:img|image|svg|picture)[\s>/]/giu), limits.images],
  ];
  for (const [what, used, limit] of budgets) {
    if (used > limit) throw new NianbaoError('INPUT_INVALID', { reason: `the HTML has more than ${limit} ${what}` });
  }
}

/** Throws when the PDF has more pages than it may. The tree of pages has the number at its root, the highest of all. */
export function refuseManyPages(pdf: Buffer, limit: number): void {
  let pages = 0;
  for (let place = pdf.indexOf('/Type /Pages'); place !== -1; place = pdf.indexOf('/Type /Pages', place + 1)) {
    const counted = /\/Count (\d+)/u.exec(pdf.toString('latin1', place, place + 64))?.[1];
    pages = Math.max(pages, Number(counted ?? 0));
  }
  if (pages > limit) throw new Error(`the PDF has more than ${limit} pages`);
}
