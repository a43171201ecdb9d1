import { childrenOfPlugins, golden, openHost } from './hosts.ts';

// A gateway's half of a kill: renderers that loop and wait, and a parent that will not be asked.
const { host } = await openHost(['never-returns', 'summary']);
const control = { signal: new AbortController().signal, progress: () => undefined };
for (const misbehave of ['loops', 'waits'])
  host.run('never-returns', host.completeOptions('never-returns', { misbehave }), golden, control).catch(() => {
    process.exitCode = 1;
  });
setTimeout(() => {
  void childrenOfPlugins().then((ids) => process.stdout.write(`${ids.join(' ')}\n`));
}, 100);
