// Puppeteer alone: one browser, pages used again and again, no more than it takes to get a tagged PDF.
import { launch } from 'puppeteer';
import { answerOrders, AT_ONCE } from './answer-orders.ts';

const { html, executablePath } = JSON.parse(process.argv[2]!) as Record<'html' | 'executablePath', string>;
const args = ['--no-sandbox', '--disable-gpu', '--font-render-hinting=none'];
const browser = await launch({ executablePath, headless: 'shell', args });
const pages = await Promise.all(Array.from({ length: AT_ONCE }, () => browser.newPage()));
for (const page of pages) await page.setJavaScriptEnabled(false);

await answerOrders(async (lane) => {
  const page = pages[lane]!;
  await page.setContent(html, { waitUntil: 'load' });
  return page.pdf({ preferCSSPageSize: true, printBackground: true, tagged: true, outline: true });
});
await browser.close();
