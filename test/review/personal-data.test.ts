import { describe, expect, it } from 'vitest';
import type { ReportContent } from '#reports/report.ts';
import { personalDataIn } from '#review/personal-data.ts';

const content = (title: string, overview: string): ReportContent => ({
  title,
  year: 2024,
  form: '2021',
  narratives: { overview },
  figures: {},
  raws: {},
});

describe('what looks like personal data', () => {
  it.each([
    ['MOBILE', '联系１３８００１３８０００。', '１３８００１３８０００'],
    ['MOBILE', '联系138　0013　8000。', '138　0013　8000'],
    ['TELEPHONE', '电话（０７５１）８１２３４５６。', '（０７５１）８１２３４５６'],
    ['ID_NUMBER', '身份证44020119900307123Ｘ。', '44020119900307123Ｘ'],
    ['EMAIL', '邮箱ａｂｃ＠ｅｘａｍｐｌｅ．ｃｎ。', 'ａｂｃ＠ｅｘａｍｐｌｅ．ｃｎ'],
  ])('is found in full-width characters, too: %s in %s', (kind, text, found) => {
    expect(personalDataIn(content('标题', text))).toEqual([{ path: 'narratives.overview', kind, text: found }]);
  });

  it('is found in the title', () => {
    expect(personalDataIn(content('某局2024年报告（联系13800138000）', '没有。'))).toEqual([
      { path: 'title', kind: 'MOBILE', text: '13800138000' },
    ]);
  });

  it('is no number of a report', () => {
    expect(personalDataIn(content('某局２０２４年报告', '受理１２３４５６件，支出72701.2578万元。'))).toEqual([]);
  });
});
