import type { Browser } from 'puppeteer';
import type { HtmlOptions } from '../../plugins/html/options.ts';
import { renderPage } from '../../plugins/html/page.ts';
import { showPage } from '../browser/show-page.ts';
import { withFewColours } from './compare.ts';
import { htmlDefaults } from '../plugins/html-options.ts';
import { sampleIn } from '../plugins/html-looks.ts';

/** A picture of what a reader gets, as PNG. */
export interface Picture {
  readonly name: string;
  readonly draw: (browser: Browser) => Promise<Uint8Array>;
}

/** A part of the page of the sample report, by a selector. */
export function partOfPage(options: Partial<HtmlOptions>, selector: string): Picture['draw'] {
  return async (browser) => {
    const page = await browser.newPage();
    try {
      await page.setViewport({ width: 900, height: 900, deviceScaleFactor: 0.8 });
      await showPage(page, renderPage(sampleIn('zh-CN'), { ...htmlDefaults, ...options }));
      const part = await page.$(selector);
      if (!part) throw new Error(`The page has no ${selector}.`);
      return await withFewColours(browser, await part.screenshot());
    } finally {
      await page.close();
    }
  };
}

/** Pictures of the web page. */
export const pagePictures: readonly Picture[] = [
  { name: 'table-three-light', draw: partOfPage({ theme: 'light' }, '#table-applications') },
  { name: 'table-three-dark', draw: partOfPage({ theme: 'dark' }, '#table-applications') },
  { name: 'table-three-large', draw: partOfPage({ theme: 'light', size: 'large' }, '#table-applications') },
];
