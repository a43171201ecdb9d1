const pageMark =
  /^\s*(?:[-—–]\s*\d{1,3}\s*[-—–]|第\s*\d{1,3}\s*页(?:[，,\s/]*共\s*\d{1,3}\s*页)?|\d{1,3}\s*\/\s*\d{1,3})\s*$/u;
const bareNumber = /^\s*\d{1,3}\s*$/u;

/** Whether a line can be nothing but the mark of a page, such as “- 4 -”. */
export function isPageMark(line: string): boolean {
  return pageMark.test(line);
}

/** Whether a line where pages have their numbers is one. */
export function isPageNumber(line: string): boolean {
  return pageMark.test(line) || bareNumber.test(line);
}
