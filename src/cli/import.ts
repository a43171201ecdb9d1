import type { Command } from 'commander';
import { readConfig } from '#app/config.ts';
import type { FileImporter, FileOutcome } from '#app/import-files.ts';
import { phrase, type Locale, type Sentence } from '#errors/locale.ts';
import { describeError, exitCodes, localeOf, plainError } from './exit.ts';
import { createProgress, type Progress } from './progress.ts';

interface ImportOptions {
  readonly json?: boolean;
  readonly update?: boolean;
}

const restoredSentence: Sentence = {
  zh: '{file}：新存入 {STORED} 项，已有 {PRESENT} 项，冲突 {CONFLICT} 项',
  en: '{file}: {STORED} stored, {PRESENT} there already, {CONFLICT} in conflict',
};

const remarks: Readonly<Record<'CREATED' | 'UPDATED' | 'UNCHANGED', Sentence>> = {
  CREATED: { zh: '', en: '' },
  UPDATED: { zh: '（已更新）', en: ' (updated)' },
  UNCHANGED: { zh: '（已存在，内容相同）', en: ' (was there already)' },
};

const closing: Sentence = {
  zh: '共 {total} 份：新增 {created}，更新 {updated}，已存在 {unchanged}，未导入 {failed}',
  en: '{total} documents: {created} new, {updated} updated, {unchanged} there already, {failed} not imported',
};

function hasFailed(result: FileOutcome): boolean {
  return 'error' in result || ('restored' in result && result.restored.CONFLICT > 0);
}

function describe(result: FileOutcome, locale: Locale): string {
  const mark = hasFailed(result) ? '✗' : '✓';
  const { file } = result;
  if ('error' in result) return `${mark} ${file}: ${describeError(plainError(result.error, locale), locale)}`;
  if ('restored' in result) return `${mark} ${phrase(restoredSentence, { file, ...result.restored }, locale)}`;
  return `${mark} ${file}: ${result.id}${phrase(remarks[result.outcome], {}, locale)}`;
}

function plain(result: FileOutcome, locale: Locale): unknown {
  return 'error' in result ? { file: result.file, error: plainError(result.error, locale) } : result;
}

type Counts = Readonly<Record<'created' | 'updated' | 'unchanged' | 'failed', number>>;

function counted(counts: Counts, result: FileOutcome): Counts {
  if (hasFailed(result)) return { ...counts, failed: counts.failed + 1 };
  if (!('outcome' in result)) return counts;
  const key = ({ CREATED: 'created', UPDATED: 'updated', UNCHANGED: 'unchanged' } as const)[result.outcome];
  return { ...counts, [key]: counts[key] + 1 };
}

interface Telling extends ImportOptions {
  readonly locale: Locale;
  readonly progress: Progress;
}

/** Lines for each document as it is done; for people a sum at the end of many. */
async function importAll(importer: FileImporter, paths: readonly string[], telling: Telling): Promise<void> {
  const { json, update, locale, progress } = telling;
  let counts: Counts = { created: 0, updated: 0, unchanged: 0, failed: 0 };
  let total = 0;
  const options = { onExisting: update ? 'UPDATE' : 'REFUSE', onTotal: progress.begin } as const;
  for await (const result of importer.importAll(paths, options)) {
    progress.clear();
    process.stdout.write(`${json ? JSON.stringify(plain(result, locale)) : describe(result, locale)}\n`);
    counts = counted(counts, result);
    progress.show((total += 1));
  }
  progress.clear();
  if (counts.failed > 0) process.exitCode = exitCodes.failed;
  if (!json && total > 1) process.stdout.write(`${phrase(closing, { total, ...counts }, locale)}\n`);
}

async function importFiles(paths: readonly string[], options: ImportOptions, command: Command): Promise<void> {
  const locale = localeOf(command);
  const { openFileImporter } = await import('#app/import-files.ts');
  const importer = await openFileImporter(readConfig());
  const progress = createProgress(process.stderr);
  try {
    await importAll(importer, paths, { ...options, locale, progress });
  } finally {
    progress.clear();
    await importer.close();
  }
}

/** `nianbao import`: documents into the store, as drafts. */
export function addImport(program: Command): void {
  program
    .command('import')
    .description(
      'read documents, folders and ZIP archives of them, and store them as drafts; done again it goes on where it broke off; an export is restored as it was',
    )
    .argument('<path...>')
    .option('--update', 'put a document in the place of the report that its body has for its year')
    .option('--json', 'one line of JSON for each document')
    .action(importFiles);
}
