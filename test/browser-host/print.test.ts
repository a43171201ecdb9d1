import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { a4, article, characters, page, pageOf } from './fixture-page.ts';
import { loggingHost, ways } from './hosts.ts';
import { fontsOf, hasPoppler } from './printed-fonts.ts';
import { readPdf } from './read-pdf.ts';

describe.each(ways)('printing with %s', (_, options) => {
  const host = loggingHost(options);
  let pdf: Uint8Array;
  beforeAll(async () => {
    pdf = await host.print({ html: page, layout: a4 });
  });
  afterAll(() => host.close());

  it('keeps every character, and none becomes a Kangxi radical', async () => {
    const { text, pages } = await readPdf(pdf);
    expect(pages).toBe(1);
    expect(text).toBe(characters(article));
    expect(text).not.toMatch(/[\u2e80-\u2fdf]/);
  });

  it('says language and title, and carries tags and an outline', async () => {
    const read = await readPdf(pdf);
    expect(read).toMatchObject({ language: 'zh-CN', title: '北关区工信局2024年度报告', marked: true });
    expect(read.outline).toEqual([
      '北关区工信局2024年政府信息公开工作年度报告',
      '一、总体情况',
      '（一）主动公开',
      '二、申请情况',
    ]);
    const roles = ['Document', 'H1', 'H2', 'H3', 'P', 'Table', 'Caption', 'TR', 'TH', 'TD'];
    expect(read.roles).toEqual(expect.arrayContaining(roles));
    expect(read.roles.filter((role) => role === 'TD')).toHaveLength(36);
  });

  it.skipIf(!hasPoppler)('embeds our fonts only, none as Type 3 (skipped without poppler-utils)', () => {
    const fonts = fontsOf(pdf);
    expect(fonts.length).toBeGreaterThan(0);
    for (const font of fonts)
      expect(font).toMatch(/^[A-Z]{6}\+(NotoSerifSC|NotoSansSC|LXGWWenKai)\S* +CID TrueType .* yes yes yes/);
  });

  it.skipIf(!hasPoppler)(
    'takes no font of the system for families that nobody has (skipped without poppler-utils)',
    async () => {
      const families = ['SimSun', 'DejaVu Sans', 'sans-serif', 'monospace', 'Nobody'];
      const html = pageOf(
        families.map((family) => `<p style="font-family:${family}">年报 abc <b>123</b></p>`).join(''),
      );
      const fonts = fontsOf(await host.print({ html, layout: a4 }));
      for (const font of fonts) expect(font).toMatch(/^[A-Z]{6}\+LXGWWenKai/);
    },
  );

  it('prints page numbers in margin boxes though their digits stand nowhere in the text', async () => {
    const fresh = loggingHost(options);
    const box = '<style>@page{@bottom-center{content:"- " counter(page) " -";font:14pt "Nianbao Song"}}</style>';
    try {
      expect((await readPdf(await fresh.print({ html: pageOf(`${box}<p>年报</p>`), layout: a4 }))).text).toContain(
        '-1-',
      );
    } finally {
      await fresh.close();
    }
  });

  it('fills the page foot of a layout', async () => {
    const footer =
      '<div style="font-size:14pt">第<span class="pageNumber"></span>页，共<span class="totalPages"></span>页</div>';
    const { text } = await readPdf(await host.print({ html: pageOf('<p>年报</p>'), layout: { ...a4, footer } }));
    expect(text).toContain('第1页，共1页');
  });

  it('prints the same bytes from a used page as from a fresh one, but for dates and identifiers', async () => {
    const again = await host.print({ html: page, layout: a4 });
    expect(normalized(again)).toBe(normalized(pdf));
  });

  it('prints many at once without mixing them up', async () => {
    const numbers = Array.from({ length: 12 }, (_unused, index) => `第${index}份`);
    const prints = numbers.map((text) => host.print({ html: pageOf(`<p>${text}</p>`), layout: a4 }));
    const read = await Promise.all((await Promise.all(prints)).map(readPdf));
    expect(read.map(({ text }) => text)).toEqual(numbers);
  });

  it('says what the look of its prints depends on, the same before it starts a browser', async () => {
    const fresh = loggingHost(options);
    expect(await fresh.appearance()).toMatch(/^Chromium \d+(\.\d+){3}, fonts [0-9a-f]{16}$/);
    expect(fresh.lines).toEqual([]);
    expect(await fresh.appearance()).toBe(await host.appearance());
    await fresh.close();
  });

  it('says which browser and fonts it prints with', async () => {
    expect(await host.identify()).toMatchObject({
      version: expect.stringMatching(/^(Headless)?Chrome\/\d+\./) as string,
      fonts: expect.stringMatching(/^[0-9a-f]{16}$/) as string,
    });
    expect(host.lines).toHaveLength(1);
  });
});

function normalized(pdf: Uint8Array): string {
  return Buffer.from(pdf)
    .toString('latin1')
    .replace(/\(D:[^)]*\)/g, '(D:)')
    .replace(/node\d{8}/g, 'node');
}
