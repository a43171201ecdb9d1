const invisible = /(?![\u200c\u200d\s])[\p{Cc}\p{Cf}\p{Cs}\p{Noncharacter_Code_Point}]|\ufeff/gu;

/** More characters do not fit into a cell. */
export const LONGEST_TEXT = 32_767;

/** Text as a cell holds it: without controls, and with what would be taken for an escape (_x0041_) escaped itself. */
export function plain(text: string): string {
  return text.replace(invisible, '').replace(/_(?=x[0-9a-f]{4}_)/giu, '_x005F_');
}
