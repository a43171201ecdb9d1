import { describe, expect, it } from 'vitest';
import { placeOfText, placeText, type SourcePlace } from '#reports/source-record.ts';

const places: readonly SourcePlace[] = [
  { line: 12 },
  { page: 3 },
  { page: 3, line: 5 },
  { sheet: '表3, cell A1', cell: 'C5' },
  { sheet: '一、总体情况' },
  {},
];

describe('the place of a cell in its source', () => {
  it.each(places)('is the same after it was stored: %j', (place) => {
    expect(placeOfText(placeText(place))).toEqual(place);
  });
});
