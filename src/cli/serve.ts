import type { Command } from 'commander';
import { readConfig } from '#app/config.ts';

function isLoopback(host: string): boolean {
  return host === 'localhost' || host === '::1' || host.startsWith('127.');
}

/** npm hands a signal to the shell that it started, which dies of it without telling its child. */
function stopWithShell(stop: () => void): void {
  const shell = process.ppid;
  const timer = setInterval(() => {
    if (process.ppid === shell) return;
    clearInterval(timer);
    stop();
  }, 500);
  timer.unref();
}

async function serve(): Promise<void> {
  const config = readConfig();
  // Loaded here, so that the other commands need not wait for what they do not use.
  const { createApp } = await import('#app/create-app.ts');
  const app = await createApp(config);
  process.stdout.write(`Nianbao serves on ${app.url} — GraphQL and GraphiQL on ${app.url}/graphql\n`);
  if (!isLoopback(config.host))
    process.stderr.write(`Warning: there is no sign-in yet, and ${config.host} can be reached from other machines.\n`);
  const stop = () => {
    app.close().then(
      () => process.exit(0),
      () => process.exit(1),
    );
  };
  if (config.underNpm) stopWithShell(stop);
  process.once('SIGINT', stop);
  process.once('SIGTERM', stop);
}

/** `nianbao serve`: the gateway. */
export function addServe(program: Command): void {
  program
    .command('serve')
    .description('serve GraphQL, finished documents, health and metrics (PORT, HOST and more from the environment)')
    .action(serve);
}
