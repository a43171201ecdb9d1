import type { Command } from 'commander';
import type { PlainChecks } from '#app/check-file.ts';
import type { Locale } from '#errors/locale.ts';
import { describeChecks } from './describe-checks.ts';
import { describeError, exitCodes, localeOf, plainError, type PlainError } from './exit.ts';

/** As the GraphQL type of that name has it. */
interface ValidationResult {
  readonly readable: boolean;
  readonly checks: PlainChecks;
  readonly errors: readonly PlainError[];
}

const unread: PlainChecks = { passed: false, violations: [], rules: [], offers: [] };

async function validate(file: string, command: Command): Promise<ValidationResult> {
  const locale = localeOf(command);
  try {
    const { checkFile } = await import('#app/check-file.ts');
    return { readable: true, checks: await checkFile(file, locale), errors: [] };
  } catch (cause) {
    return { readable: false, checks: unread, errors: [plainError(cause, locale)] };
  }
}

interface Options {
  readonly json?: boolean;
  readonly rules?: boolean;
}

function describe({ readable, checks, errors }: ValidationResult, locale: Locale, { rules = false }: Options): string {
  if (!readable) return errors.map((error) => `✗ ${describeError(error, locale)}`).join('\n');
  return describeChecks(checks, locale, rules);
}

async function check(file: string, options: Options, command: Command): Promise<void> {
  const result = await validate(file, command);
  const told = options.json ? JSON.stringify(result, null, 2) : describe(result, localeOf(command), options);
  process.stdout.write(`${told}\n`);
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
    .option('--rules', 'every rule as well, and how it stands')
    .action(check);
}
