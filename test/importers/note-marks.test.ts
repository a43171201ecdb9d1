import { describe, expect, it } from 'vitest';
import { readDocument } from '#importers/read-document.ts';
import { printableReport } from '#rendering/printable-report.ts';
import html from '../../plugins/html/index.ts';
import { readSample } from '../gateway/read-sample.ts';

/** A page with another content in the cell of 行政许可. */
async function pageWith(cell: string): Promise<string> {
  const draft = await readDocument(await readSample());
  const source = { ...draft, organization: { name: draft.organization }, updatedAt: new Date(0) };
  const { render } = html.renderers['html'] as unknown as { render: (...given: unknown[]) => string };
  const options = {
    purpose: 'screen',
    fragment: false,
    idPrefix: '',
    theme: 'auto',
    contrast: 'normal',
    size: 'normal',
    headingLevel: 1,
    locale: 'zh-CN',
    checks: false,
  };
  const page = render(printableReport(source), options, {});
  const [row = ''] = /<tr[^>]*>(?:(?!<\/tr>)[\s\S])*行政许可[\s\S]*?<\/tr>/u.exec(page) ?? [];
  return page.replace(row, row.replace(/(<td[^>]*>)[^<]*(<\/td>)/u, `$1${cell}$2`));
}

async function licensing(cell: string): Promise<unknown> {
  const { figures } = await readDocument(await pageWith(cell));
  return (figures['proactiveDisclosure'] as { licensing: unknown }).licensing;
}

describe('marks beside a figure', () => {
  it('reads the figure that stands there by itself', async () => {
    expect(await licensing('257')).toBe(257);
  });

  it.each([
    '257<sup>2</sup>',
    '257<sub>1</sub>',
    '257①',
    '257²',
    '<ruby>257<rt>1</rt></ruby>',
    '257<a href="#note1">1</a>',
  ])('refuses %s, which is not 2572', async (cell) => {
    await expect(licensing(cell)).rejects.toMatchObject({ code: 'CELL_UNREADABLE' });
  });

  it.each(['<s>5</s>12', '<del>5</del>12', '12<select><option>3</select>'])(
    'leaves out of %s what is not said',
    async (cell) => {
      expect(await licensing(cell)).toBe(12);
    },
  );

  it.each([
    '<span style="font-size:0">5</span>12',
    '<span style="font-size: 0px; color: red">5</span>12',
    '<input type="hidden" value="5">12',
    '<input value="12">',
    '<a href="/detail/12">12</a>',
  ])('reads of %s what is seen', async (cell) => {
    expect(await licensing(cell)).toBe(12);
  });

  it('sees small type', async () => {
    expect(await licensing('<span style="font-size:0.8em">12</span>')).toBe(12);
  });

  it('says of a long cell how it begins', async () => {
    await expect(licensing('甲'.repeat(100_000))).rejects.toMatchObject({ parameters: { raw: `${'甲'.repeat(60)}…` } });
  });

  it('reads a page that a system put into one form', async () => {
    const page = (await pageWith('257'))
      .replace(/<body([^>]*)>/u, '<body$1><form>')
      .replace('</body>', '</form></body>');
    expect((await readDocument(page)).organization).toBe('北关区工信局');
  });
});
