import type { Command } from 'commander';
import { readConfig } from '#app/config.ts';
import type { FileImporter } from '#app/import-files.ts';
import { phrase, type Locale } from '#errors/locale.ts';
import { describeError, exitCodes, localeOf, plainError, type PlainError } from './exit.ts';

type Result = { readonly file: string } & (
  { readonly id: string; readonly created: boolean } | { readonly error: PlainError }
);

async function importOne(importer: FileImporter, file: string, locale: Locale): Promise<Result> {
  try {
    return { file, ...(await importer.importFile(file)) };
  } catch (cause) {
    return { file, error: plainError(cause, locale) };
  }
}

function describe(result: Result, locale: Locale): string {
  if ('error' in result) return `✗ ${result.file}: ${describeError(result.error, locale)}`;
  return `✓ ${result.file}: ${result.id}${result.created ? '' : phrase({ zh: '（已存在，内容相同）', en: ' (was there already)' }, {}, locale)}`;
}

async function importFiles(files: readonly string[], { json }: { json?: boolean }, command: Command): Promise<void> {
  const locale = localeOf(command);
  const { openFileImporter } = await import('#app/import-files.ts');
  const importer = await openFileImporter(readConfig());
  try {
    for (const file of files) {
      const result = await importOne(importer, file, locale);
      process.stdout.write(`${json ? JSON.stringify(result) : describe(result, locale)}\n`);
      if ('error' in result) process.exitCode = exitCodes.failed;
    }
  } finally {
    await importer.close();
  }
}

/** `nianbao import`: documents into the store, as drafts. */
export function addImport(program: Command): void {
  program
    .command('import')
    .description('read documents and store them as drafts')
    .argument('<file...>')
    .option('--json', 'one line of JSON for each file')
    .action(importFiles);
}
