import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { declaredUnit, readFigure } from '#importers/figure-text.ts';

describe('what stands in a cell', () => {
  it.each([
    ['251000元', 'decimal', '25.1'],
    ['1元', 'decimal', '0.0001'],
    ['0.00元', 'decimal', '0'],
    ['三十万元', 'decimal', '30'],
    ['￥2，510元', 'decimal', '0.251'],
    ['0.5亿元', 'decimal', '5000'],
    ['12.50（万元）', 'decimal', '12.50'],
    ['一千零五件', 'count', 1005],
    ['二百', 'count', 200],
    ['十二', 'count', 12],
    ['１，２３４ 件', 'count', 1234],
    ['1.2万件', 'count', 12_000],
    ['-3', 'change', -3],
    ['－3', 'change', -3],
    ['+2', 'change', 2],
    ['减少3项', 'change', -3],
    ['增2', 'change', 2],
  ] as const)('is read exactly, with its unit: %s', (text, kind, value) => {
    expect(readFigure(text, kind)).toEqual({ value, raw: String(value) === text ? undefined : text });
  });

  it.each(['/', '—', '——', '-', '－', '无', '\\', '∕', 'N/A', '暂无', ''])(
    'is nothing, and never zero: “%s”',
    (text) => {
      expect(readFigure(text, 'count')).toEqual({ value: null, raw: text });
    },
  );

  it.each([
    ['30万', 'decimal'],
    ['3元', 'count'],
    ['12万元', 'count'],
    ['约三十', 'count'],
    ['一一', 'count'],
    ['三万二亿', 'count'],
    ['1,2345', 'count'],
    ['1 2', 'count'],
    ['12%', 'count'],
    ['9007199254740993', 'count'],
  ] as const)('is refused where it is not certain: %s', (text, kind) => {
    expect(readFigure(text, kind)).toBeUndefined();
  });

  it('is converted from yuan without losing a digit', () => {
    fc.assert(
      fc.property(fc.bigInt({ min: 1n, max: 10n ** 24n }), fc.nat({ max: 99 }), (yuan, cents) => {
        const written = `${yuan}.${String(cents).padStart(2, '0')}元`;
        const [whole = '', fraction = ''] = String(readFigure(written, 'decimal')?.value).split('.');
        expect(BigInt(whole + fraction.padEnd(6, '0'))).toBe(yuan * 100n + BigInt(cents));
      }),
    );
  });
});

describe('the unit that heads name', () => {
  it.each([
    ['本年收费金额(单位元)', '25100', '2.51'],
    ['本年收费金额(元)', '25100', '2.51'],
    ['本年收费金额(单位万元)', '2.51', '2.51'],
    ['单位亿元', '0.5', '5000'],
    ['本年收费金额', '2.51', '2.51'],
    ['单位元', '3万元', '3'],
    ['单位元单位万元', '0', '0'],
  ])('%s goes for %s', (heads, text, value) => {
    expect(readFigure(text, 'decimal', declaredUnit(heads))?.value).toBe(value);
  });

  it('is not guessed at where there are two', () => {
    expect(readFigure('25100', 'decimal', declaredUnit('单位万元(元)'))).toBeUndefined();
  });
});
