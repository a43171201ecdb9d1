import { Big } from 'big.js';
import { describe, expect, it } from 'vitest';
import { readDocument } from '#importers/read-document.ts';
import { readPath } from '#reports/figures.ts';
import { corpus } from '../corpus/corpus.ts';

const path = 'proactiveDisclosure.fees';
const names = ['a page that Word saved', 'the text of a page', 'a sheet saved as CSV', 'Markdown'];

describe.each(names)('an amount below a head that says 元: %s', (name) => {
  it('is moved to the unit of the form, and what was written is kept', async () => {
    const found = corpus.find((document) => document.name === `${name}, on the form of 2021`);
    const written = String(found?.report.figures.get(path));
    const draft = await readDocument(String(found?.document()).replaceAll('单位：万元', '单位：元'));
    expect(readPath(draft.figures, path)).toBe(new Big(written).div(10_000).toFixed());
    expect(readPath(draft.raws, path)).toBe(written);
  });
});
