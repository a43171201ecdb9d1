import type { Command } from 'commander';
import { phrase, type Locale } from '#errors/locale.ts';
import { toNianbaoError, type NianbaoError } from '#errors/nianbao-error.ts';

/** 0 done; 1 the document has violations or some items failed; 2 unusable input or arguments. */
export const exitCodes = { done: 0, failed: 1, unusable: 2 } as const;

/** An error as one line of JSON has it. */
export interface PlainError {
  readonly code: string;
  readonly message: string;
  readonly line: number | null;
}

/** What is of no catalogue keeps its own words: who sits at the shell may know the remedy. */
function messageOf(cause: unknown, known: NianbaoError, locale: Locale): string {
  if (known.code !== 'INTERNAL') return known.say(locale);
  return cause instanceof Error ? cause.message : String(cause);
}

/** The language that `--lang` names. */
export function localeOf(command: Command): Locale {
  return command.optsWithGlobals<{ lang: string }>().lang === 'en' ? 'en' : 'zh';
}

/** An error's public side. */
export function plainError(cause: unknown, locale: Locale): PlainError {
  const known = toNianbaoError(cause);
  return { code: known.code, message: messageOf(cause, known, locale), line: known.line ?? null };
}

/** An error as a line for a person. */
export function describeError({ code, message, line }: PlainError, locale: Locale): string {
  const place = line === null ? '' : phrase({ zh: '第 {line} 行：', en: 'Line {line}: ' }, { line }, locale);
  return `${place}${message} [${code}]`;
}

/** Says why and ends with 2. */
export function fail(cause: unknown, locale: Locale): never {
  process.stderr.write(`${describeError(plainError(cause, locale), locale)}\n`);
  process.exit(exitCodes.unusable);
}
