/** The text as UTF-8 keeps it: halves of surrogate pairs have no form there. */
export function wellFormed(text: string): string {
  return text.replace(/\p{Cs}/gu, '\ufffd');
}
