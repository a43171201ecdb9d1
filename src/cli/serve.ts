import type { Command } from 'commander';
import { readConfig } from '#app/config.ts';
import type { App, Role } from '#app/create-app.ts';

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

/** Milliseconds that stopping may take. */
const LONGEST_STOP = 10_000;

function stopOnSignals(app: App, underNpm: boolean): void {
  const stop = () => {
    // Whatever hangs, a person who asked for the end gets it.
    setTimeout(() => process.exit(1), LONGEST_STOP).unref();
    app.close().then(
      () => process.exit(0),
      () => process.exit(1),
    );
  };
  if (underNpm) stopWithShell(stop);
  process.once('SIGINT', stop);
  process.once('SIGTERM', stop);
}

function tokenNotice(token: string): string {
  return `Development administrator, until this process ends: Authorization: Bearer ${token}`;
}

/** Runs a process of that role until it is told to stop. */
export async function runRole(role: Role, announce: (url: string) => string): Promise<void> {
  const config = readConfig();
  // Loaded here, so that the other commands need not wait for what they do not use.
  const { createApp } = await import('#app/create-app.ts');
  const app = await createApp(config, role);
  stopOnSignals(app, config.underNpm);
  await app.ready;
  process.stdout.write(`${announce(app.url)}\n`);
  if (app.madeUpToken !== undefined) process.stdout.write(`${tokenNotice(app.madeUpToken)}\n`);
  if (!config.production && !isLoopback(config.host))
    process.stderr.write(
      `Warning: there is a development administrator (NODE_ENV is not production), and ${config.host} can be reached from other machines.\n`,
    );
}

/** `nianbao serve`: the gateway, which renders as well unless told not to. */
export function addServe(program: Command): void {
  program
    .command('serve')
    .description('serve GraphQL, finished documents, health and metrics (PORT, HOST and more from the environment)')
    .option('--no-worker', 'leave the rendering of jobs to `nianbao worker`')
    .action(({ worker }: { worker: boolean }) =>
      runRole({ gateway: true, worker }, (url) => `Nianbao serves on ${url} — GraphQL and GraphiQL on ${url}/graphql`),
    );
}
