import { expect, it } from 'vitest';
import { declaredUnit, readFigure, unitOfHeads } from '#importers/figure-text.ts';

it.each([
  ['本年收费金额(单位万元)', '2510', '2510'],
  ['本年收费金额(单位元)', '2510', '0.251'],
  ['本年收费金额行政事业性收费(元)', '2510', '0.251'],
  ['本年收费金额(人民币元)', '2510', '0.251'],
  ['本年收费金额(亿元)', '2', '20000'],
  ['采购总金额', '251000元', '25.1'],
])('takes %s with %s for %s', (heads, cell, value) => {
  expect(readFigure(cell, 'decimal', unitOfHeads(heads))).toMatchObject({ value });
});

it.each(['本年收费金额(单位千元)', '本年收费金额(百万元)', '本年收费金额(单位万元)行政事业性收费(元)'])(
  'refuses a bare number below %s, but no zero',
  (heads) => {
    expect(readFigure('2510', 'decimal', unitOfHeads(heads))).toBeUndefined();
    expect(readFigure('0', 'decimal', unitOfHeads(heads))).toMatchObject({ value: '0' });
  },
);

it('takes what a text declares for the unit, and no sum of money that it speaks of', () => {
  expect(declaredUnit('单位千元')).toBe('千元');
  expect(declaredUnit('(人民币元)')).toBe('元');
  expect(declaredUnit('全年收费20万元,罚款300元')).toBe('');
});
