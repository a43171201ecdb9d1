import { invalidInput } from '#errors/invalid-input.ts';
import type { NianbaoError } from '#errors/nianbao-error.ts';

/** Whether a key can stand in a stored document: not empty, no `$` in front, no dot, no NUL, not `__proto__`. */
export function isStorableKey(key: string): boolean {
  return key !== '' && !key.startsWith('$') && !/[.\0]/.test(key) && key !== '__proto__';
}

/** INPUT_INVALID, naming the place, when a key anywhere below cannot be stored. */
export function refuseUnstorableKeys(value: unknown, path: readonly string[] = []): void {
  if (typeof value !== 'object' || value === null || value instanceof Date) return;
  for (const [key, below] of Object.entries(value)) {
    if (!isStorableKey(key)) throw unstorable(key, path);
    refuseUnstorableKeys(below, [...path, key]);
  }
}

function unstorable(key: string, path: readonly string[]): NianbaoError {
  const sentence = { zh: '名称 {key} 无法存储。', en: 'The key {key} cannot be stored.' };
  return invalidInput(path.join('.'), sentence, { key: JSON.stringify(key) });
}
