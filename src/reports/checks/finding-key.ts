import { createHash } from 'node:crypto';
import type { Violation } from './violation.ts';

/** Names a finding by all that it speaks of: the figures, what was expected, the sentence. Labels do not matter. */
export function findingKey({ code, cells = [], expected, actual, quote, parameters }: Violation): string {
  const { place, ...rest } = parameters;
  const figures = cells.map(({ path, figure, raw }) => [path, figure, raw ?? null]);
  const spoken = [code, figures, expected, actual, quote ?? null, rest, cells.length > 0 ? null : place];
  return createHash('sha256').update(JSON.stringify(spoken)).digest('base64url').slice(0, 16);
}
