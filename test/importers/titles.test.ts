import { describe, expect, it } from 'vitest';
import { readDocument } from '#importers/read-document.ts';
import { readSample } from '../gateway/read-sample.ts';

/** The sample under another title. */
async function read(title: string) {
  const text = await readSample();
  const start = text.indexOf('一、总体情况');
  expect(start).toBeGreaterThan(0);
  return readDocument(`${title}\n\n${text.slice(start)}`);
}

describe('a title', () => {
  it.each([
    '北关区工信局2024年政府信息公开工作年度报告',
    '北关区工信局2024年政务公开工作年度报告',
    '北关区工信局2024年度信息公开年度报告',
    '2024年度北关区工信局信息公开工作年度报告',
    '北关区工信局2024年法治政府建设暨政府信息公开工作年度报告',
    '北关区工信局2024年度政务公开及政府信息公开工作年度报告',
  ])('%s names the body and the year', async (title) => {
    expect(await read(title)).toMatchObject({ organization: '北关区工信局', year: 2024, title });
  });

  it('names no body where it can not be told from the name of another report', async () => {
    const reading = read('2024年北关区工信局法治政府建设暨政府信息公开工作年度报告');
    await expect(reading).rejects.toMatchObject({ code: 'UNKNOWN_ORGANIZATION' });
  });

  it.each(['北关区人民政府2024年政府信息公开工作年度报告', '北关区人民政府2024年政府信息公开年报'])(
    '%s keeps what belongs to the name',
    async (title) => {
      expect(await read(title)).toMatchObject({ organization: '北关区人民政府', year: 2024 });
    },
  );
});
