import { strToU8, zipSync, type Zippable } from 'fflate';
import { describe, expect, it } from 'vitest';
import { readDocument } from '#importers/read-document.ts';

async function refusalOf(document: string | Uint8Array): Promise<unknown> {
  return readDocument(document).catch((error: unknown) => error);
}

function workbook(sheet: string, more: Zippable = {}): Uint8Array {
  const spreadsheet = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
  const relationship = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
  return zipSync({
    'xl/workbook.xml': strToU8(
      `<workbook xmlns="${spreadsheet}" xmlns:r="${relationship}"><sheets><sheet name="a" r:id="r1"/></sheets></workbook>`,
    ),
    'xl/_rels/workbook.xml.rels': strToU8('<Relationships><Relationship Id="r1" Target="sheet.xml"/></Relationships>'),
    'xl/sheet.xml': strToU8(sheet),
    ...more,
  });
}

function withDeclaredSize(archive: Uint8Array, size: number): Uint8Array {
  const view = new DataView(archive.buffer);
  for (let place = 0; place + 46 < archive.length; place++)
    if (view.getUint32(place, true) === 0x02014b50) view.setUint32(place + 24, size, true);
  return archive;
}

describe('documents that are built to harm', () => {
  const bomb = new Uint8Array(60 * 1024 * 1024);

  it.each([
    ['unpack to more than any report', workbook('<worksheet/>', { bomb: [bomb, { level: 9 }] })],
    ['unpack to a thousand times their size', workbook('<worksheet/>', { a: [bomb.subarray(0, 8e6), { level: 9 }] })],
    [
      'hold very many files',
      workbook('<worksheet/>', Object.fromEntries(Array.from({ length: 1200 }, (_, i) => [`f${i}`, strToU8('x')]))),
    ],
    [
      'declare entities',
      workbook(
        '<!DOCTYPE a [<!ENTITY b "c">]><worksheet><sheetData><row><c><v>&b;</v></c></row></sheetData></worksheet>',
      ),
    ],
    ['nest without end', workbook('<a>'.repeat(5000) + '</a>'.repeat(5000))],
    [
      'use the whole sheet',
      workbook(
        `<worksheet><sheetData>${Array.from({ length: 700 }, (_, i) => `<row><c r="${String.fromCharCode(65 + (i % 26), 65 + (i % 25))}${i + 1}"/></row>`).join('')}</sheetData></worksheet>`,
      ),
    ],
    ['nest HTML without end', `<!doctype html><body>${'<div>'.repeat(1_000_000)}<table></table>`],
    ['nest Markdown without end', `# a\n\n| a | b |\n| - | - |\n\n${'> '.repeat(50_000)}`],
    [
      'span more cells than there are',
      `<!doctype html><body><table>${`<tr>${'<td colspan=1000 rowspan=60000>x</td>'.repeat(20)}</tr>`.repeat(20)}</table>`,
    ],
  ])('are not opened when they %s', async (_, document) => {
    expect(await refusalOf(document)).toMatchObject({ name: 'NianbaoError', code: 'DOCUMENT_UNSAFE' });
  });

  it('are believed no size that they declare falsely', async () => {
    const archive = withDeclaredSize(workbook('<worksheet/>', { a: [bomb, { level: 9 }] }), 10);
    expect(await refusalOf(archive)).toMatchObject({ name: 'NianbaoError' });
  });

  it.each([
    ['an archive that was cut', workbook('<worksheet/>').subarray(0, 200), 'DOCUMENT_DAMAGED'],
    ['XML that was cut', workbook('<worksheet><sheetData>'), 'DOCUMENT_DAMAGED'],
    ['an archive of something else', zipSync({ 'a.txt': strToU8('a') }), 'DOCUMENT_KIND_UNSUPPORTED'],
    ['JSON that was cut', '{"format":"nianbao-document","version":1,"title":"', 'DOCUMENT_DAMAGED'],
    ['CSV that was cut', 'kind,path,table,row,column,unit,value,state\r\nfigure,a.b,t,r', 'DOCUMENT_DAMAGED'],
  ])('are told from those that are damaged: %s', async (_, document, code) => {
    expect(await refusalOf(document)).toMatchObject({ name: 'NianbaoError', code });
  });
});
