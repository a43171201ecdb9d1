const digits = '零一二三四五六七八九';
const units: Readonly<Record<string, number>> = { 十: 10, 百: 100, 千: 1000, 万: 10_000 };

function digitOf(character: string): number {
  if (character === '〇') return 0;
  return character === '两' ? 2 : digits.indexOf(character);
}

/** A whole number in Chinese numerals, for example 一百零五; undefined when it is not one. */
export function readChineseNumber(text: string): number | undefined {
  let [total, section, digit] = [0, 0, -1];
  for (const character of text) {
    const unit = units[character];
    if (unit === undefined) {
      // Two digits in a row count nothing: 三五.
      if (digit > 0) return undefined;
      digit = digitOf(character);
      if (digit < 0) return undefined;
    } else if (unit === 10_000) {
      [total, section, digit] = [(section + Math.max(digit, 0)) * unit, 0, -1];
    } else {
      [section, digit] = [section + (digit > 0 ? digit : 1) * unit, -1];
    }
  }
  return total + section + Math.max(digit, 0);
}
