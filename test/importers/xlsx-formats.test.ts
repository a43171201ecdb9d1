import { strToU8, strFromU8, unzipSync, zipSync } from 'fflate';
import { beforeAll, describe, expect, it } from 'vitest';
import { readDocument } from '#importers/read-document.ts';
import { codeOf, numberFormat } from '#importers/read/xlsx-formats.ts';
import { printableReport } from '#rendering/printable-report.ts';
import xlsx from '../../plugins/xlsx/index.ts';
import { readSample } from '../gateway/read-sample.ts';

describe('a number as its format shows it', () => {
  it.each([
    ['General', '12', '12'],
    ['General', '72701.98765799999999', '72701.987658'],
    ['General', '11397.999999999998', '11398'],
    ['G/通用格式', '12', '12'],
    ['0.00', '12.5', '12.50'],
    ['#,##0', '11398', '11398'],
    ['_ * #,##0.00_ ;_ * -#,##0.00_ ;_ * "-"??_ ;_ @_ ', '0', '0.00'],
    ['[红色]0;[蓝色]0', '12', '12'],
    ['@', '12', '12'],
    ['0"元"', '12', '12元'],
    ['#,##0.00"万元"', '1.5', '1.50万元'],
    ['0元', '12', '12元'],
    ['[$¥-804]#,##0.00', '12.3', '¥12.30'],
    ['yyyy/m/d', '45000', '2023/3/15'],
    ['0.00%', '0.12', '12.00%（0.12）'],
    ['#,##0,', '11398', '11（11398）'],
    ['0!.0,"万"', '11398', expect.stringContaining('（11398）')],
    ['# ?/?', '0.5', expect.stringContaining('（0.5）')],
    ['[>=10000]0.0,"千";0', '11398', expect.stringContaining('（11398）')],
  ] as const)('%s of %s', (code, stored, shown) => {
    expect(numberFormat(code)(stored)).toEqual(shown);
  });

  it('knows the formats that a workbook does not write down', () => {
    const shown = (id: number, stored: string) => numberFormat(codeOf(id, new Map()))(stored);
    expect([shown(0, '5'), shown(3, '1234'), shown(4, '5'), shown(49, '5'), shown(44, '5')]).toEqual([
      '5',
      '1234',
      '5.00',
      '5',
      '¥5.00',
    ]);
    expect(shown(9, '0.5')).toContain('%');
    expect(shown(31, '45000')).not.toMatch(/^\d+$/u);
  });
});

describe('a workbook', () => {
  let files: Record<string, Uint8Array>;
  let sheetPath: string;

  beforeAll(async () => {
    const draft = await readDocument(await readSample());
    const { proactiveDisclosure, ...others } = draft.figures;
    const figures = { ...others, proactiveDisclosure: { ...(proactiveDisclosure as object), licensing: 98_765 } };
    const source = { ...draft, figures, organization: { name: draft.organization }, updatedAt: new Date(0) };
    const { render } = xlsx.renderers['xlsx'] as unknown as {
      render: (...given: unknown[]) => Uint8Array | Promise<Uint8Array>;
    };
    files = unzipSync(await render(printableReport(source), { locale: 'zh-CN' }, {}));
    sheetPath =
      Object.keys(files).find((path) => /worksheets\/.*\.xml$/u.test(path) && said(path).includes('<v>98765</v>')) ??
      '';
  });

  const said = (path: string) => strFromU8(files[path] ?? new Uint8Array());

  /** The workbook with another cell for 行政许可, whose 98765 is there once. */
  async function licensing(cell: string): Promise<unknown> {
    const sheet = said(sheetPath);
    const changed = sheet.replace(/<c r="([A-Z]+\d+)"[^>]*><v>98765<\/v><\/c>/u, `<c r="$1" ${cell}</c>`);
    expect(changed).not.toBe(sheet);
    const { figures } = await readDocument(zipSync({ ...files, [sheetPath]: strToU8(changed) }));
    return (figures['proactiveDisclosure'] as { licensing: unknown }).licensing;
  }

  const rich = (...runs: readonly string[]) => `t="inlineStr"><is>${runs.join('')}</is>`;
  const run = (text: string, properties = '') => `<r><rPr>${properties}</rPr><t>${text}</t></r>`;

  it('gives the number that stands there', async () => {
    expect(await licensing('><v>12</v>')).toBe(12);
    expect(await licensing('><v>11397.999999999998</v>')).toBe(11_398);
    expect(await licensing(rich(run('1'), run('2')))).toBe(12);
  });

  it('leaves out what is struck through', async () => {
    expect(await licensing(rich(run('5', '<strike/>'), run('12')))).toBe(12);
    expect(await licensing(rich(run('5', '<strike val="0"/>'), run('12')))).toBe(512);
  });

  it.each([
    ['a mark of a note', rich(run('12'), run('1', '<vertAlign val="superscript"/>'))],
    ['a truth value', 't="b"><v>1</v>'],
    ['an error', 't="e"><v>#REF!</v>'],
  ])('takes %s for no figure', async (_, cell) => {
    await expect(licensing(cell)).rejects.toMatchObject({ code: 'CELL_UNREADABLE' });
  });
});
