const invisible = /(?![\u200c\u200d\s])[\p{Cc}\p{Cf}\p{Cs}\p{Noncharacter_Code_Point}]|\ufeff/gu;

/** Text without controls, which XML can not hold, and invisible marks, which falsify what is read. */
export function plain(text: string): string {
  return text.replace(invisible, '');
}
