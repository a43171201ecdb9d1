import { parse } from 'csv-parse/sync';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { renderCsv } from '../../plugins/csv/csv.ts';
import { anyDocument, cityReport, documentOf, hostileDocument, paragraph, table } from './documents.ts';

const defaults = { bom: true, figuresOnly: false };

function recordsOf(csv: string): Record<string, string>[] {
  return parse(csv, { bom: true, columns: true, record_delimiter: '\r\n' });
}

describe('the lines of a document', () => {
  it('are one for each figure, with path, full heads, unit and state', () => {
    const records = recordsOf(renderCsv(cityReport, defaults));
    expect(records.filter(({ kind }) => kind === 'figure')).toHaveLength(10 + 175 + 15);
    expect(records.find(({ path }) => path === 'applications.4.1')).toEqual({
      kind: 'figure',
      path: 'applications.4.1',
      table: '收到和处理政府信息公开申请情况',
      row: '三、本年度办理结果 · （三）不予公开 · 1.属于国家秘密',
      column: '申请人情况 · 法人或其他组织 · 商业企业',
      unit: '件',
      value: '/',
      state: 'nil',
    });
  });

  it('begin with a byte order mark and end with CRLF, and hold figures only when asked to', () => {
    expect(renderCsv(cityReport, defaults)).toMatch(/^\ufeffkind,path,.*\r\n/u);
    const bare = renderCsv(cityReport, { bom: false, figuresOnly: true });
    expect(bare.startsWith('kind,')).toBe(true);
    expect(bare.split('\r\n')).toHaveLength(1 + 200 + 1);
  });

  it.each(['=1+1', '+1 公里', '-', '@SUM(A1)', '\ttab', "'quoted", '＝1', '－'])(
    'neutralise the formula %s',
    (text) => {
      const [record] = recordsOf(renderCsv(documentOf([paragraph(text)]), defaults)).slice(-1);
      expect(record?.['value']).toBe(`'${text}`);
    },
  );

  it('leave negative numbers as they are', () => {
    const document = documentOf([table({ id: 'a', columns: ['数'], rows: ['行'], values: [['-3']] })]);
    expect(recordsOf(renderCsv(document, defaults)).at(-1)).toMatchObject({ value: '-3', state: 'value' });
  });

  it('never begin a field with what a spreadsheet computes', () => {
    const begins = (csv: string) => recordsOf(csv).flatMap((record) => Object.values(record));
    const computed = /^(?!-?\d+(?:\.\d+)?$)[=+\-@\t\r]/u;
    expect(begins(renderCsv(hostileDocument, defaults)).filter((field) => computed.test(field))).toEqual([]);
    fc.assert(
      fc.property(anyDocument, (document) => {
        expect(begins(renderCsv(document, defaults)).filter((field) => computed.test(field))).toEqual([]);
      }),
    );
  });
});
