import { expect, test } from 'vitest';
import { cleanCharacters } from '#importers/characters.ts';
import { checkOverrides } from '#importers/overrides.ts';
import { fromLine, toLine } from '#store/entry-line.ts';

test('half of a surrogate pair in a document is mended, a whole pair stays', () => {
  expect(cleanCharacters('戊\ud83d局\udc4d𠮷\ud83d')).toBe('戊\ufffd局\ufffd𠮷\ufffd');
});

test('half of a surrogate pair in the name of an organization is refused', () => {
  expect(() => checkOverrides({ organization: '戊\ud83d局' })).toThrow(
    expect.objectContaining({ code: 'INPUT_INVALID' }),
  );
});

test('half of a surrogate pair in an export of an older store is mended', () => {
  const organization = { id: 'a', name: '戊\ud83d局', parent: null, lineage: ['a'] };
  expect(fromLine(toLine({ kind: 'organization', organization }))).toMatchObject({
    organization: { ...organization, name: '戊\ufffd局' },
  });
});
