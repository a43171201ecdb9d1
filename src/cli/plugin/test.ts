import type { Command } from 'commander';
import type { CheckResult } from '#app/check-plugin.ts';
import { phrase, type Locale } from '#errors/locale.ts';
import { exitCodes, localeOf } from '../exit.ts';

const verdicts = {
  passed: { zh: '✓ 符合渲染器契约（{count} 项）', en: '✓ It keeps the renderer contract ({count} checks).' },
  failed: { zh: '✗ 不符合渲染器契约：{failed} 项未通过', en: '✗ It breaks the renderer contract: {failed} failed.' },
} as const;

function describe({ renderer, title, passed, reason }: CheckResult): string {
  const line = `${passed ? '✓' : '✗'} ${renderer === null ? '' : `${renderer}: `}${title}`;
  return reason === null ? line : `${line}\n    ${reason.replaceAll('\n', '\n    ')}`;
}

function verdictOf(results: readonly CheckResult[], locale: Locale): string {
  const failed = results.filter(({ passed }) => !passed).length;
  return phrase(failed === 0 ? verdicts.passed : verdicts.failed, { count: results.length, failed }, locale);
}

/** What the plugin says stands apart from what is said of it. */
function showLog(message: string): void {
  process.stderr.write(`    │ ${message.trimEnd().replaceAll('\n', '\n    │ ')}\n`);
}

async function test(folder: string, { json }: { json?: boolean }, command: Command): Promise<void> {
  const locale = localeOf(command);
  const { checkPluginFolder } = await import('#app/check-plugin.ts');
  const results: CheckResult[] = [];
  for await (const result of checkPluginFolder(folder, locale, showLog)) {
    results.push(result);
    if (!json) process.stdout.write(`${describe(result)}\n`);
  }
  const passed = results.every((result) => result.passed);
  process.stdout.write(`${json ? JSON.stringify({ passed, checks: results }, null, 2) : verdictOf(results, locale)}\n`);
  if (!passed) process.exitCode = exitCodes.failed;
}

/** `nianbao plugin test`: a plugin against the renderer contract, in the isolation of a gateway but without one. */
export function addTest(group: Command): void {
  group
    .command('test')
    .description('hold the plugin in a folder against the renderer contract; no gateway is needed')
    .argument('<folder>')
    .option('--json', 'all results as JSON')
    .action(test);
}
