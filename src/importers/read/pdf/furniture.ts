import { isPageMark, isPageNumber } from '../page-marks.ts';
import type { PageLine } from './paragraphs.ts';

/** Headers and footers stand in this share of a page's height at its top and bottom. */
const margin = 0.08;
/** The mark of a page, which nothing else looks like, is known further in. */
const marginOfMarks = 0.13;

const address = /^(?:https?|file):\/\/\S+/u;
const ofBrowser = /^\d{1,4}[/.-]\d{1,2}[/.-]\d{1,4},? .*|^\d{1,3}\s?\/\s?\d{1,3}$/u;

/** A page's lines and its height. */
export interface PageText {
  readonly lines: readonly PageLine[];
  readonly height: number;
}

function isInMargin({ top, bottom }: PageLine, height: number, share = margin): boolean {
  return bottom > height * (1 - share) || top < height * share;
}

/** What a line is but for the numbers in it, with its place on the page. */
function pattern({ text, bottom }: PageLine): string {
  return `${Math.round(bottom / 4)} ${text.replace(/\d+/gu, '#')}`;
}

/** Leaves out the headers, footers and page numbers of pages that do not mark them: what margins repeat, and what browsers print. */
export function withoutFurniture(pages: readonly PageText[]): PageLine[][] {
  const counts = new Map<string, number>();
  for (const { lines, height } of pages)
    for (const line of lines.filter((one) => isInMargin(one, height)))
      counts.set(pattern(line), (counts.get(pattern(line)) ?? 0) + 1);
  const isFurniture = (line: PageLine, height: number) =>
    (isPageMark(line.text) && isInMargin(line, height, marginOfMarks)) ||
    (isInMargin(line, height) &&
      ((counts.get(pattern(line)) ?? 0) > 1 ||
        isPageNumber(line.text) ||
        address.test(line.text) ||
        ofBrowser.test(line.text)));
  return pages.map(({ lines, height }) => lines.filter((line) => !isFurniture(line, height)));
}
