import { afterAll, describe, expect, it } from 'vitest';
import { charactersOfPage } from '#browser-host/characters-of-page.ts';
import { createFontLibrary } from '#browser-host/font-library.ts';
import { FontRules, readRanges } from '#browser-host/font-rules.ts';
import { a4, page, pageOf } from './fixture-page.ts';
import { loggingHost } from './hosts.ts';
import { fontsOf, hasPoppler } from './printed-fonts.ts';

const rule = (name: string, range: string) => ({ declarations: name, ranges: readRanges(range) });
const points = (text: string) => Array.from(text, (character) => character.codePointAt(0)!);

describe('rules of fonts', () => {
  const rules = new FontRules([
    rule('all', ''),
    rule('a', 'U+61-7a'),
    rule('b', 'U+4e00-4e10, U+61'),
    rule('c', 'U+3007'),
  ]);

  it('are those that have a character of the page, cut to its characters, in their order', () => {
    expect(rules.for(points('一za')).split('\n')).toEqual([
      '@font-face{all}',
      '@font-face{a;unicode-range:U+7a,U+61}',
      '@font-face{b;unicode-range:U+4e00,U+61}',
    ]);
  });

  it('are a small part of all for a report', async () => {
    const library = await createFontLibrary();
    const needed = library.rulesFor(page).split('\n');
    const all = library.stylesheet.split('\n');
    expect(needed.length).toBeGreaterThan(20);
    expect(needed.length).toBeLessThan(all.length / 2);
    const files = (one: string) => /url\(([^)]*)\)/u.exec(one)?.[1];
    expect(all.map(files)).toEqual(expect.arrayContaining(needed.map(files)));
  });
});

describe('the characters of a page', () => {
  it.each([
    ['text', '<p>年𠮷</p>', '年𠮷'],
    ['attributes', '<img alt="报">', '报'],
    ['numbers', '&#24180;&#x62A5;', '年报'],
    ['names', '&mdash;&Uuml;', '—Ü'],
    ['escapes of CSS', '<style>p::before{content:"\\5E74\\62a5 "}</style>', '年报'],
    ['lists that count in characters', '<ol></ol>', '一十甲子'],
    ['forms of other width', '', 'ＡＺ０９'],
    ['other cases', '<p style="text-transform:uppercase">é', 'É'],
  ])('are found in %s', (_, html, shown) => {
    expect([...charactersOfPage(html)]).toEqual(expect.arrayContaining(points(shown)));
  });
});

describe('a page that names characters in other ways', () => {
  const host = loggingHost();
  afterAll(() => host.close());

  it.skipIf(!hasPoppler)('is printed in its own font all the same (skipped without poppler-utils)', async () => {
    const list = '<ol style="list-style:cjk-ideographic inside"><li>a<li>b</ol>';
    const html = pageOf(
      `<p>&#24180;&#x62A5;&middot;&hellip;</p><p class="x"></p>${list}<style>.x::before{content:"\\9f98"}</style>`,
    );
    const fonts = fontsOf(await host.print({ html, layout: a4 }));
    expect(fonts.length).toBeGreaterThan(1);
    for (const font of fonts) expect(font).toMatch(/^[A-Z]{6}\+NotoSerifSC/);
  });
});
