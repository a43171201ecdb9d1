// jsreport with its default strategy, a pool of browsers, on the same HTML and browser.
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { answerOrders, AT_ONCE } from './answer-orders.ts';

interface JsReport {
  use(extension: unknown): JsReport;
  init(): Promise<void>;
  render(request: object): Promise<{ readonly content: Buffer }>;
  close(): Promise<void>;
}

const { html, executablePath } = JSON.parse(process.argv[2]!) as Record<'html' | 'executablePath', string>;
const require = createRequire(new URL('../jsreport/package.json', import.meta.url));
const createJsReport = require('@jsreport/jsreport-core') as (options: object) => JsReport;
const chrome = require('@jsreport/jsreport-chrome-pdf') as (options: object) => unknown;

const jsreport = createJsReport({
  rootDirectory: tmpdir(),
  loadConfig: false,
  useExtensionsLocationCache: false,
  discover: false,
  logger: { silent: true },
  workers: { numberOfWorkers: AT_ONCE },
  chrome: {
    strategy: 'chrome-pool',
    numberOfWorkers: AT_ONCE,
    launchOptions: { executablePath, args: ['--no-sandbox', '--disable-gpu', '--font-render-hinting=none'] },
  },
});
await jsreport.use(chrome({})).init();

const template = { content: html, engine: 'none', recipe: 'chrome-pdf', chrome: { printBackground: true } };
await answerOrders(async () => {
  const { content } = await jsreport.render({ template });
  if (content.subarray(0, 4).toString() !== '%PDF') throw new Error('jsreport made no PDF.');
});
await jsreport.close();
