import type { Division } from './chapters.ts';
import { readIdentity, type Identity } from './identity.ts';
import type { Source, SourceLine } from './source.ts';

/** A title that is a paragraph by itself; a menu may stand above it, which is no part of it. */
function identityInParagraph(preamble: readonly SourceLine[]): Identity | undefined {
  for (const [index, line] of preamble.entries()) {
    const read = readIdentity([line]);
    if (read.organization !== undefined && read.year !== undefined) return { ...read, span: [index, index + 1] };
  }
  return undefined;
}

/** What the document states beyond doubt, else what its title says. */
export function identityOf({ identity, tables }: Source, { preamble }: Division): Identity {
  const read = (tables && identityInParagraph(preamble)) ?? readIdentity(preamble);
  return identity ? { span: read.span, ...identity, year: identity.year ?? read.year } : read;
}
