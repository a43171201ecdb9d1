import type { Command } from 'commander';
import type { PlainChecks } from '#app/check-file.ts';
import { phrase, type Locale } from '#errors/locale.ts';
import { describeError, exitCodes, localeOf, plainError, type PlainError } from './exit.ts';

/** As the GraphQL type of that name has it. */
interface ValidationResult {
  readonly readable: boolean;
  readonly checks: PlainChecks;
  readonly errors: readonly PlainError[];
}

const verdicts = {
  passed: { zh: '✓ 校验通过。', en: '✓ All sums agree.' },
  failed: { zh: '✗ 校验未通过。', en: '✗ The report breaks rules.' },
} as const;

async function validate(file: string, command: Command): Promise<ValidationResult> {
  const locale = localeOf(command);
  try {
    const { checkFile } = await import('#app/check-file.ts');
    return { readable: true, checks: await checkFile(file, locale), errors: [] };
  } catch (cause) {
    return { readable: false, checks: { passed: false, violations: [] }, errors: [plainError(cause, locale)] };
  }
}

function describe({ readable, checks, errors }: ValidationResult, locale: Locale): string {
  if (!readable) return errors.map((error) => `✗ ${describeError(error, locale)}`).join('\n');
  const lines = checks.violations.map(
    ({ severity, code, message }) => `${severity === 'ERROR' ? '✗' : '!'} ${message} [${code}]`,
  );
  return [...lines, phrase(checks.passed ? verdicts.passed : verdicts.failed, {}, locale)].join('\n');
}

async function check(file: string, { json }: { json?: boolean }, command: Command): Promise<void> {
  const result = await validate(file, command);
  process.stdout.write(`${json ? JSON.stringify(result, null, 2) : describe(result, localeOf(command))}\n`);
  if (!result.readable) process.exitCode = exitCodes.unusable;
  else if (!result.checks.passed) process.exitCode = exitCodes.failed;
}

/** `nianbao check`: the sums of a document, without storing anything. */
export function addCheck(program: Command): void {
  program
    .command('check')
    .description('read and check a document; nothing is stored')
    .argument('<file>')
    .option('--json', 'a ValidationResult as JSON')
    .action(check);
}
