import type { Command } from 'commander';
import { readConfig } from '#app/config.ts';
import { NianbaoError } from '#errors/nianbao-error.ts';
import { runRole } from './serve.ts';

async function work(): Promise<void> {
  if (readConfig().mongodbUri === undefined)
    throw new NianbaoError('CONFIG_INVALID', { faults: 'MONGODB_URI: a worker shares its store with gateways' });
  await runRole({ gateway: false, worker: true }, (url) => `Nianbao renders; health and metrics on ${url}`);
}

/** `nianbao worker`: renders the jobs of a store that it shares with gateways. */
export function addWorker(program: Command): void {
  program
    .command('worker')
    .description('render the queued jobs of the database that MONGODB_URI names; serves health and metrics only')
    .action(work);
}
