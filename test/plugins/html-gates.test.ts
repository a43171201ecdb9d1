import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { AxeResults } from 'axe-core';
import { HtmlValidate } from 'html-validate';
import type { Browser, Page } from 'puppeteer';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { browserMissing, openBrowser } from '../browser/open-browser.ts';
import { rollupPages } from '../rollups/rollup-pages.ts';
import { pages as reportPages } from './html-looks.ts';

const require = createRequire(import.meta.url);

/** What a gate has to say of pages: a line for each fault. */
type Gate = (pages: readonly { readonly name: string; readonly html: string }[]) => Promise<string[]>;

const pages = [...reportPages, ...(await rollupPages())];
const [first] = reportPages as readonly [{ name: string; html: string }];
const broken = (from: string | RegExp, to: string) => [{ name: 'broken', html: first.html.replace(from, to) }];

const hasJava = spawnSync('java', ['-version']).status === 0;
const javaMissing = hasJava ? '' : ' (skipped: no java here)';

interface NuMessage {
  readonly type: string;
  readonly message: string;
  readonly url: string;
}

// All pages in one Java machine: it takes longer to start than to check.
const nuChecker: Gate = async (checked) => {
  const folder = await mkdtemp(join(tmpdir(), 'nianbao-nu-'));
  try {
    await Promise.all(checked.map(({ html }, index) => writeFile(join(folder, `${index}.html`), html)));
    const parameters = [
      '-jar',
      require.resolve('vnu-jar/build/dist/vnu.jar'),
      '--format',
      'json',
      '--stdout',
      '--exit-zero-always',
      folder,
    ];
    const answer = execFileSync('java', parameters, { encoding: 'utf8', maxBuffer: 64_000_000 });
    const { messages } = JSON.parse(answer) as { messages: NuMessage[] };
    return messages.map(({ url, message }) => {
      const index = Number(/(\d+)\.html$/u.exec(url)?.[1]);
      return `${checked[index]?.name}: ${message}`;
    });
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
};

// A fragment brings its style: the Nu checker allows that as a first child in the body and holds us to it, while the
// element tables of html-validate are of an older standard.
const validator = new HtmlValidate({
  root: true,
  elements: ['html5', { style: { flow: true } }],
  extends: ['html-validate:standard', 'html-validate:a11y', 'html-validate:document'],
});

const htmlValidate: Gate = async (checked) => {
  const reports = await Promise.all(
    checked.map(async ({ name, html }) => ({ name, report: await validator.validateString(html) })),
  );
  return reports.flatMap(({ name, report }) =>
    report.results.flatMap(({ messages }) =>
      messages.map(({ ruleId, message, line }) => `${name}: ${ruleId}, line ${line}: ${message}`),
    ),
  );
};

function axeIn(page: Page, source: string): Gate {
  return async (checked) => {
    const faults: string[] = [];
    for (const { name, html } of checked) {
      await page.setContent(html);
      await page.evaluate(source);
      const { violations, incomplete } = (await page.evaluate('axe.run()')) as AxeResults;
      // Of names that lead nowhere axe says only that they are to be looked at.
      const nameless = incomplete.filter(({ id }) => id === 'aria-valid-attr-value');
      for (const { id, nodes } of [...violations, ...nameless]) faults.push(`${name}: ${id}: ${nodes[0]?.html}`);
    }
    return faults;
  };
}

describe.skipIf(!hasJava)(`the Nu HTML checker${javaMissing}`, () => {
  it('finds nothing in any page', async () => {
    expect(await nuChecker(pages)).toEqual([]);
  }, 120_000);

  it.each([
    ['a column that no cell begins in', 'colspan="2"', 'colspan="3"'],
    ['headers that lead nowhere', /headers="[^"]*"/u, 'headers="nowhere"'],
    ['an element that is not closed', '</article>', ''],
  ])(
    'finds %s',
    async (_, from, to) => {
      expect(await nuChecker(broken(from, to))).not.toEqual([]);
    },
    60_000,
  );
});

describe('html-validate', () => {
  it('finds nothing in any page', async () => {
    expect(await htmlValidate(pages)).toEqual([]);
  });

  it.each([
    ['a scope that there is not', 'scope="colgroup"', 'scope="columns"'],
    ['an id twice', 'id="overview"', 'id="problems"'],
    ['a level of headings that is skipped', /<h2([^>]*)>([^<]*)<\/h2>/u, '<h4$1>$2</h4>'],
  ])('finds %s', async (_, from, to) => {
    expect(await htmlValidate(broken(from, to))).not.toEqual([]);
  });
});

describe.skipIf(browserMissing !== '')(`axe in Chromium${browserMissing}`, () => {
  let browser: Browser;
  let axe: Gate;

  beforeAll(async () => {
    browser = await openBrowser();
    const page = await browser.newPage();
    await page.setBypassCSP(true);
    axe = axeIn(page, await readFile(require.resolve('axe-core/axe.min.js'), 'utf8'));
  });

  afterAll(() => browser.close());

  it('finds nothing in any page', async () => {
    expect(await axe(pages)).toEqual([]);
  }, 180_000);

  it.each([
    ['a page without a language', '<html lang="zh-CN">', '<html>'],
    ['text that can not be read on its ground', '--ink: #1b1b1b', '--ink: #ddd'],
    ['a table box whose name leads nowhere', / aria-labelledby="[^"]*"/gu, ' aria-labelledby="nothing"'],
  ])('finds %s', async (_, from, to) => {
    expect(await axe(broken(from, to))).not.toEqual([]);
  });
});
