import { describe, expect, it } from 'vitest';
import { readDocument } from '#importers/read-document.ts';
import { printableReport } from '#rendering/printable-report.ts';
import markdown from '../../plugins/markdown/index.ts';
import { readSample } from '../gateway/read-sample.ts';

/** The sample as Markdown, with another content in the cell of 行政许可. */
async function licensing(cell: string): Promise<unknown> {
  const draft = await readDocument(await readSample());
  const { proactiveDisclosure, ...others } = draft.figures;
  const figures = { ...others, proactiveDisclosure: { ...(proactiveDisclosure as object), licensing: 98_765 } };
  const source = { ...draft, figures, organization: { name: draft.organization }, updatedAt: new Date(0) };
  const { render } = markdown.renderers['markdown'] as unknown as { render: (...given: unknown[]) => string };
  const text = render(printableReport(source), { locale: 'zh-CN' }, {});
  expect(text.split('98765')).toHaveLength(2);
  const read = await readDocument(text.replace('98765', cell));
  return (read.figures['proactiveDisclosure'] as { licensing: unknown }).licensing;
}

describe('a figure in Markdown', () => {
  it.each([
    ['98765', 98_765],
    ['**12**', 12],
    ['~~5~~12', 12],
    ['~~5~~', null],
  ])('%s is %s', async (cell, value) => {
    expect(await licensing(cell)).toBe(value);
  });

  it.each(['12[^1]', '12<sup>1</sup>', '12[1](#note)', '12 [^a]'])('%s is no figure', async (cell) => {
    await expect(licensing(cell)).rejects.toMatchObject({ code: 'CELL_UNREADABLE' });
  });
});
