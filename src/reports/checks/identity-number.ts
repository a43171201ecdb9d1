const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2] as const;
const checkDigits = '10X98765432';

/** Whether 18 characters are the number of an identity card: date of birth and check digit (GB 11643-1999). */
export function isIdentityNumber(text: string): boolean {
  const born = /^[1-9]\d{5}(?:19|20)\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])\d{3}[\dX]$/u;
  const plain = text.toUpperCase();
  const sum = weights.reduce((sofar, weight, index) => sofar + weight * Number(plain[index]), 0);
  return born.test(plain) && checkDigits[sum % 11] === plain[17];
}
