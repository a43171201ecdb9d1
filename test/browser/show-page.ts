import type { Page } from 'puppeteer';
import { createFontLibrary } from '#browser-host/font-library.ts';
import { ORIGIN } from '#browser-host/font-faces.ts';

/** Families that pages name first, as faces of the fonts from npm: what is drawn does not depend on the machine. */
const families = [
  ['Nianbao Hei', 'PingFang SC'],
  ['Nianbao Song', 'Songti SC'],
] as const;

const library = await createFontLibrary();

const SHEET = '/fonts.css';

function fontSheet(): string {
  const sheet = library.stylesheet;
  const renamed = families.map(([from, to]) =>
    sheet
      .split('\n')
      .filter((rule) => rule.includes(`'${from}'`))
      .map((rule) => rule.replace(`'${from}'`, `'${to}'`))
      .join('\n'),
  );
  return [sheet, ...renamed].join('\n');
}

/** Shows a page with the fonts from npm, as on every machine; it reaches nothing else. */
export async function showPage(page: Page, html: string): Promise<void> {
  const sheet = fontSheet();
  await page.setBypassCSP(true);
  await page.setRequestInterception(true);
  page.removeAllListeners('request');
  page.on('request', (request) => {
    const url = new URL(request.url());
    const answer = async () => {
      if (url.protocol === 'data:') return request.continue();
      if (url.origin !== ORIGIN) return request.abort();
      if (url.pathname === '/') return request.respond({ contentType: 'text/html; charset=utf-8', body: html });
      if (url.pathname === SHEET) return request.respond({ contentType: 'text/css', body: sheet });
      const file = await library.read(url.pathname);
      return file ? request.respond({ contentType: file.mediaType, body: file.content }) : request.abort();
    };
    void answer();
  });
  await page.goto(`${ORIGIN}/`);
  await page.addStyleTag({ url: `${ORIGIN}${SHEET}` });
  await page.evaluate('document.fonts.ready');
}
