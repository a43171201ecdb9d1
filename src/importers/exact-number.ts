const digitValues = new Map(Array.from('零一二三四五六七八九', (digit, value) => [digit, value]));
const places: Readonly<Record<string, number>> = { 十: 10, 百: 100, 千: 1000 };
const groups: Readonly<Record<string, number>> = { 万: 10_000, 亿: 100_000_000 };

/** The value of a group of up to four places; undefined when it is not written as numerals are. */
function groupValue(text: string): number | undefined {
  let [sum, digit, lowest] = [0, 0, Number.POSITIVE_INFINITY];
  for (const character of text) {
    const place = places[character];
    if (place === undefined) digit = digitValues.get(character) ?? 0;
    else if (place >= lowest) return undefined;
    else {
      sum += (digit || 1) * place;
      [digit, lowest] = [0, place];
    }
  }
  return sum + digit;
}

const wellFormed = /^(?:[一二三四五六七八九]?[千百十]|零?[一二三四五六七八九](?=[千百十万亿]|$)|[万亿]|零$)+$/u;

/** Chinese numerals such as 三十万 or 一千零五 as digits; undefined for anything that is written otherwise. */
export function numeralDigits(text: string): string | undefined {
  const plain = text.replace(/[〇○]/gu, '零').replaceAll('两', '二');
  if (!wellFormed.test(plain) || /^[万亿]/u.test(plain)) return undefined;
  let [total, start, last] = [0, 0, Number.POSITIVE_INFINITY];
  for (const [index, character] of Array.from(plain).entries()) {
    const factor = groups[character];
    if (factor === undefined) continue;
    const value = groupValue(plain.slice(start, index));
    if (value === undefined || value === 0 || factor >= last) return undefined;
    total += value * factor;
    [start, last] = [index + 1, factor];
  }
  const rest = groupValue(plain.slice(start));
  return rest === undefined ? undefined : String(total + rest);
}

/** Moves the decimal point of a number in digits, exactly; zeros that say nothing go where it was moved. */
export function shiftPoint(digits: string, by: number): string {
  if (by === 0) return digits;
  const [, sign = '', whole = '', fraction = ''] = /^(-?)(\d+)(?:\.(\d+))?$/u.exec(digits) ?? [];
  const padded = by < 0 ? whole.padStart(1 - by, '0') : whole;
  const all = padded + fraction.padEnd(Math.max(by, 0), '0');
  const point = padded.length + by;
  const moved = `${all.slice(0, point)}.${all.slice(point)}`.replace(/\.?0*$/u, '').replace(/^0+(?=\d)/u, '');
  return sign + moved;
}
