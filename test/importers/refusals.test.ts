import { describe, expect, it } from 'vitest';
import { readTextDocument } from '#importers/read-text-document.ts';
import { readSample } from '../gateway/read-sample.ts';

const sample = await readSample();

function refusalOf(document: string | Uint8Array): unknown {
  try {
    readTextDocument(document);
  } catch (error) {
    return error;
  }
  return undefined;
}

function cutBefore(words: string): string {
  return sample.slice(0, sample.indexOf(words));
}

/** The line, counted from 1, that begins with the words. */
function lineOf(words: string, text = sample): number {
  return text.split('\n').findIndex((line) => line.startsWith(words)) + 1;
}

describe('documents that can not be read', () => {
  it.each([
    ['an empty file', new Uint8Array(), 'EMPTY_DOCUMENT', 1],
    ['nothing but space', ' \n\n\t ', 'EMPTY_DOCUMENT', 1],
    ['a binary file', new Uint8Array([0x25, 0x50, 0x44, 0x46, 0, 1, 2, 3, 0xff, 0xfe]), 'NOT_TEXT', undefined],
    ['a document of another kind', '关于召开会议的通知\n\n各单位：\n定于下周一召开会议。\n', 'NOT_A_REPORT', 1],
    [
      'a report that is cut in the middle of table three',
      cutBefore('4.保护第三方合法权益'),
      'TABLE_INCOMPLETE',
      lineOf('3.危及'),
    ],
    [
      'a report that is cut in the middle of a row',
      cutBefore('0 0 0 0 0 0\n0\n\n（三）不'),
      'TABLE_INCOMPLETE',
      lineOf('形，不计'),
    ],
    [
      'a report without table four',
      cutBefore('四、政府信息公开行政复议、行政诉讼情况'),
      'TABLE_MISSING',
      lineOf('四、结转'),
    ],
    [
      'a row with a figure too many',
      sample.replace('7.属于行政执法案卷 0', '7.属于行政执法案卷 0 0'),
      'ROW_UNREADABLE',
      lineOf('7.属于'),
    ],
    [
      'a number that is no count',
      sample.replace('行政许可 0', '行政许可 99999999999999999999'),
      'CELL_UNREADABLE',
      lineOf('行政许可'),
    ],
    ['a report without a title', sample.slice(sample.indexOf('一、总体情况')), 'UNKNOWN_ORGANIZATION', 1],
  ])('%s', (_, document, code, line) => {
    expect(refusalOf(document)).toMatchObject({ name: 'NianbaoError', code, line });
  });

  it('is told the body and the year where the document does not say them', () => {
    const untitled = sample.slice(sample.indexOf('一、总体情况'));
    expect(readTextDocument(untitled, { organization: '北关区工信局', year: 2024 })).toMatchObject({
      organization: '北关区工信局',
      year: 2024,
      title: '北关区工信局2024年政府信息公开工作年度报告',
    });
  });

  it('reads GB18030 and UTF-16 as well', () => {
    const utf16 = new Uint8Array([0xff, 0xfe, ...Buffer.from(sample, 'utf16le')]);
    expect(readTextDocument(utf16).organization).toBe('北关区工信局');
    const gb18030 = new Uint8Array([0xb1, 0xb1, 0xb9, 0xd8]);
    expect(refusalOf(gb18030)).toMatchObject({ code: 'NOT_A_REPORT' });
  });
});
