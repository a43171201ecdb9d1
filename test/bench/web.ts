import { gzipSync } from 'node:zlib';
import { buildWeb } from '#app/build-web.ts';
import { openBrowser } from '../browser/open-browser.ts';
import { openPublished } from '../rollups/published-gateway.ts';

// The reader's first page: its JavaScript, and when its list can be used on a slow processor (4 times slower).

const RUNS = 9;
const aims = { kilobytes: 90, milliseconds: 1000 };

const { files } = await buildWeb();
const bodies = Array.from({ length: 300 }, (_, index) => ({
  name: `测试市第${index + 1}局`,
  reports: [{ year: 2024, figures: { 'applications.received.total': index } }],
}));
const gateway = await openPublished({}, bodies);
const browser = await openBrowser();
const times: number[] = [];
const scripts = new Set<string>();
for (let run = 0; run < RUNS; run++) {
  // A context of its own: nothing is cached.
  const context = await browser.createBrowserContext();
  const tab = await context.newPage();
  await tab.emulateCPUThrottling(4);
  tab.on('response', (response) => {
    const path = new URL(response.url()).pathname.slice(1);
    if (path.endsWith('.js')) scripts.add(path);
  });
  const started = performance.now();
  await tab.goto(gateway.url, { waitUntil: 'domcontentloaded' });
  await tab.waitForSelector('tbody tr:nth-child(20)');
  times.push(performance.now() - started);
  await context.close();
}
await browser.close();
await gateway.close();
const bytes = [...scripts].reduce((sum, path) => sum + gzipSync(files.get(path) ?? '', { level: 9 }).byteLength, 0);
process.stdout.write(
  `JavaScript of the first page: ${(bytes / 1000).toFixed(1)} kB gzip in ${scripts.size} files (aim ${aims.kilobytes})\n`,
);
times.sort((one, other) => one - other);
const median = times[Math.floor(RUNS / 2)] ?? 0;
process.stdout.write(
  `List of 20 rows there, 4 × slower: median ${median.toFixed(0)} ms, longest ${times.at(-1)?.toFixed(0)} ms of ${RUNS} runs (aim ${aims.milliseconds})\n`,
);
if (bytes / 1000 > aims.kilobytes || median > aims.milliseconds) process.exitCode = 1;
