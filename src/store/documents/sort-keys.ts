/**
 * Stored keys that lists are sorted by. A key holds the value and then the id, so that no two are equal: a page is one
 * range of one index, however many items share a value. Keys are ASCII, which MongoDB (UTF-8 bytes) and NeDB (UTF-16
 * units) sort alike.
 */
export function sortKey(sortableValue: string, id: string): string {
  // A slash sorts before every digit and letter, and so a value before those that it is the beginning of.
  return `${sortableValue}/${id}`;
}

/** Sorts as the text does by code points. */
export function sortableText(text: string): string {
  return Buffer.from(text, 'utf8').toString('hex');
}

/** Sorts as the whole number does; null before all numbers. */
export function sortableInteger(value: number | null): string {
  return value === null ? '' : (BigInt(Math.trunc(value)) + 10n ** 16n).toString().padStart(17, '0');
}
