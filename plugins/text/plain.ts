const invisible = /(?![\u200c\u200d\s])[\p{Cc}\p{Cf}\p{Cs}\p{Noncharacter_Code_Point}]|\ufeff/gu;

// A radical that PDF extraction left for the character: NFKC knows the character, only for 户 it answers with the
// traditional form.
function withoutRadical(radical: string): string {
  return radical === '⼾' ? '户' : radical.normalize('NFKC');
}

/** One line of clean text: NFC, single blanks, no controls, zero-width marks or Kangxi radicals. */
export function plain(text: string): string {
  return text
    .replace(/[\u2f00-\u2fdf]/g, withoutRadical)
    .replace(invisible, '')
    .normalize('NFC')
    .replace(/\s+/g, ' ')
    .trim();
}
