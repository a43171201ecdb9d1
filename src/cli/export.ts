import type { Command } from 'commander';
import { readConfig } from '#app/config.ts';

async function exportAll({ output, artifacts }: { output: string; artifacts: boolean }): Promise<void> {
  const { exportData } = await import('#app/data-files.ts');
  await exportData(output, artifacts, readConfig());
}

/** `nianbao export`: everything that a store keeps for good, to be imported into another one. */
export function addExport(program: Command): void {
  program
    .command('export')
    .description('write organizations and all revisions of reports as NDJSON; `nianbao import` reads it')
    .requiredOption('--output <file>', 'where to write it; - for standard output')
    .option('--artifacts', 'finished documents as well, which could be rendered again', false)
    .action(exportAll);
}
