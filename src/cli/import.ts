import type { Command } from 'commander';
import { readConfig } from '#app/config.ts';
import type { FileImporter, ImportedFile, RestoredFile } from '#app/import-files.ts';
import { phrase, type Locale } from '#errors/locale.ts';
import { describeError, exitCodes, localeOf, plainError, type PlainError } from './exit.ts';

type Result = { readonly file: string } & (ImportedFile | RestoredFile | { readonly error: PlainError });

async function importOne(importer: FileImporter, file: string, locale: Locale): Promise<Result> {
  try {
    return { file, ...(await importer.importFile(file)) };
  } catch (cause) {
    return { file, error: plainError(cause, locale) };
  }
}

function describeRestored({ file, restored }: Result & RestoredFile, locale: Locale): string {
  const sentence = {
    zh: '{file}：新存入 {STORED} 项，已有 {PRESENT} 项，冲突 {CONFLICT} 项',
    en: '{file}: {STORED} stored, {PRESENT} there already, {CONFLICT} in conflict',
  };
  return `${restored.CONFLICT > 0 ? '✗' : '✓'} ${phrase(sentence, { file, ...restored }, locale)}`;
}

function hasFailed(result: Result): boolean {
  return 'error' in result || ('restored' in result && result.restored.CONFLICT > 0);
}

function describe(result: Result, locale: Locale): string {
  if ('error' in result) return `✗ ${result.file}: ${describeError(result.error, locale)}`;
  if ('restored' in result) return describeRestored(result, locale);
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
      if (hasFailed(result)) process.exitCode = exitCodes.failed;
    }
  } finally {
    await importer.close();
  }
}

/** `nianbao import`: documents into the store, as drafts. */
export function addImport(program: Command): void {
  program
    .command('import')
    .description('read documents and store them as drafts; an export is restored as it was')
    .argument('<file...>')
    .option('--json', 'one line of JSON for each file')
    .action(importFiles);
}
