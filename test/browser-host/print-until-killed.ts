// Started by exits.test.ts as a process of its own: prints once, says so, then waits for its end.
import { createBrowserHost } from '#browser-host/browser-host.ts';
import { a4, page } from './fixture-page.ts';

const host = createBrowserHost({ log: () => {}, ...(JSON.parse(process.argv[2] ?? '{}') as object) });
await host.print({ html: page, layout: a4 });
process.stdout.write('printed\n');
if (process.argv[3] === 'exit') process.exit(0);
setInterval(() => {}, 1000);
