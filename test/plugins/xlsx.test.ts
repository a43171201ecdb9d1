import { Workbook, type Worksheet } from '@cj-tech-master/excelts';
import * as fc from 'fast-check';
import type { PrintableDocument } from 'nianbao/plugin-api';
import { beforeAll, describe, expect, it } from 'vitest';
import { renderWorkbook } from '../../plugins/xlsx/workbook.ts';
import { anyDocument, cityReport, documentOf, heading, paragraph, table } from './documents.ts';

async function open(document: PrintableDocument, formulas = true): Promise<Workbook> {
  const workbook = new Workbook();
  await workbook.xlsx.load(await renderWorkbook(document, { formulas }));
  return workbook;
}

function sheetOf(workbook: Workbook, name: string): Worksheet {
  const sheet = workbook.getWorksheet(name);
  if (!sheet) throw new Error(`There is no sheet ${name}.`);
  return sheet;
}

describe('the workbook of a report', () => {
  let workbook: Workbook;
  let applications: Worksheet;

  beforeAll(async () => {
    workbook = await open(cityReport);
    applications = sheetOf(workbook, '三、收到和处理政府信息公开申请情况');
  });

  it('has a sheet for the text and one for the tables of each chapter', () => {
    expect(workbook.worksheets.map(({ name }) => name)).toEqual([
      '报告正文',
      '二、主动公开政府信息情况',
      '三、收到和处理政府信息公开申请情况',
      '四、政府信息公开行政复议、行政诉讼情况',
    ]);
    expect(workbook).toMatchObject({ creator: '北关区工信局', title: cityReport.title });
  });

  it('has the layout of the form: merged heads, numbers, blanks and marks', () => {
    expect(applications.model.merges).toEqual(expect.arrayContaining(['A3:C5', 'D3:J3', 'E4:I4', 'A8:A29', 'B10:B17']));
    expect(applications.getCell('A8').value).toBe('三、本年度办理结果');
    expect(applications.getCell('D6').value).toBe(11398889);
    expect(applications.getCell('D10').value).toBe('/');
    expect(applications.getCell('E13').value).toBeNull();
  });

  it('computes totals that agree, and keeps the others as they were reported', () => {
    expect(applications.getCell('J6').value).toEqual({ formula: 'SUM(D6:I6)', result: 11420861 });
    expect(applications.getCell('J7').value).toBe(643);
  });

  it('has no formulas when told so', async () => {
    const plain = await open(cityReport, false);
    expect(sheetOf(plain, '三、收到和处理政府信息公开申请情况').getCell('J6').value).toBe(11420861);
  });

  it('prints on A4 with repeated heads, which stay in sight on the screen', () => {
    expect(applications.pageSetup).toMatchObject({ paperSize: 9, fitToWidth: 1, printTitlesRow: '3:5' });
    expect(applications.views[0]).toMatchObject({ state: 'frozen', xSplit: 3, ySplit: 5 });
  });
});

describe('what stands in a cell', () => {
  it('is text where a number would lose digits, and text is never a formula', async () => {
    const values = [[9007199254740991, '12.50', '12345678901234567.89', '-']];
    const blocks = [
      paragraph('=1+1'),
      heading(2, '表', 'a'),
      table({ id: 'a', columns: ['甲', '乙', '丙', '丁'], rows: ['行'], values }),
    ];
    const workbook = await open(documentOf(blocks));
    const sheet = sheetOf(workbook, '表');
    const cells = ['B4', 'C4', 'D4', 'E4'].map((address) => sheet.getCell(address));
    expect(cells.map(({ value }) => value)).toEqual(['9007199254740991', 12.5, '12345678901234567.89', '-']);
    expect(cells[1]?.numFmt).toBe('0.00');
    expect(sheetOf(workbook, '报告正文').getCell('B3').value).toBe('=1+1');
  });
});

describe('any document', () => {
  it('is a workbook that opens', async () => {
    await fc.assert(
      fc.asyncProperty(anyDocument, async (document) => {
        expect((await open(document)).worksheets.length).toBeGreaterThan(0);
      }),
      { numRuns: 20 },
    );
  });
});
