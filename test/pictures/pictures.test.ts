import { readFile, writeFile } from 'node:fs/promises';
import type { Browser } from 'puppeteer';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { browserMissing, candidates, openBrowser } from '../browser/open-browser.ts';
import { shareThatDiffers } from './compare.ts';
import { pdftoppmMissing, pictureOfPageOne } from './pdf-pictures.ts';
import { pagePictures, partOfPage } from './pictures.ts';

const renew = process.env['NIANBAO_RENEW_PICTURES'] === '1';
const MOST_THAT_DIFFERS = 0.01;

function pathOf(name: string): URL {
  return new URL(`./${name}.png`, import.meta.url);
}

/** The picture that is kept; `npm run pictures` keeps the new one in its place. */
async function kept(name: string, drawn: Uint8Array, isBest: boolean): Promise<Uint8Array> {
  if (renew && isBest) await writeFile(pathOf(name), drawn);
  return readFile(pathOf(name));
}

// The best Chromium of the machine and the one from npm, which may be years apart.
const browsers = [...new Set([candidates[0], candidates.at(-1)])].filter((candidate) => candidate !== undefined);

describe.skipIf(browsers.length === 0)(`pictures${browserMissing}`, () => {
  describe.each(browsers)('drawn by the Chromium of kind $source', (candidate) => {
    let browser: Browser;

    beforeAll(async () => {
      browser = await openBrowser(candidate);
    });

    afterAll(() => browser.close());

    it.each(pagePictures)('$name looks as it did', async ({ name, draw }) => {
      const drawn = await draw(browser);
      expect(drawn.byteLength).toBeLessThan(150_000);
      expect(await shareThatDiffers(browser, await kept(name, drawn, candidate === candidates[0]), drawn)).toBeLessThan(
        MOST_THAT_DIFFERS,
      );
    });

    it.skipIf(pdftoppmMissing !== '')(`page 1 of the official PDF looks as it did${pdftoppmMissing}`, async () => {
      const drawn = await pictureOfPageOne(candidate, browser);
      expect(drawn.byteLength).toBeLessThan(150_000);
      const before = await kept('official-page-1', drawn, candidate === candidates[0]);
      expect(await shareThatDiffers(browser, before, drawn)).toBeLessThan(MOST_THAT_DIFFERS);
    });

    it('tell a table without its lines from the one that is kept', async () => {
      const broken = await partOfPage({ theme: 'light', contrast: 'high' }, '#table-applications')(browser);
      const other = await readFile(pathOf('table-three-light'));
      expect(await shareThatDiffers(browser, other, broken)).toBeGreaterThan(MOST_THAT_DIFFERS);
    });
  });
});
