import type { Command } from 'commander';
import { builtWebFolder } from '#app/build-web.ts';

/** `nianbao build`: builds the reader ahead of time, as images do; `serve` builds it when it is not there. */
export function addBuild(program: Command): void {
  program
    .command('build')
    .description('build the reader ahead of time (serve does it otherwise)')
    .action(async () => {
      process.stdout.write(`${await builtWebFolder()}\n`);
    });
}
