const MOST = 60;

/** What of a text is told in an error: a cell may hold a megabyte. */
export function excerpt(text: string): string {
  return text.length <= MOST ? text : `${text.slice(0, MOST)}…`;
}
