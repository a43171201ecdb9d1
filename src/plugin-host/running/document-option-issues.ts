import type { InputIssue } from '#errors/nianbao-error.ts';
import type { DocumentOptions } from '#plugin-api/document-options.ts';

const LOCALES: readonly unknown[] = ['zh-CN', 'en'] satisfies DocumentOptions['locale'][];

/** What a plugin's options may ask of the document is what the gateway can make, whatever its schema allows. */
export function documentOptionIssues(chosen: Readonly<Record<string, unknown>>): readonly InputIssue[] {
  const { locale, checks } = chosen;
  return [
    ...(locale === undefined || LOCALES.includes(locale)
      ? []
      : [{ path: 'options.locale', message: 'must be one of the languages that documents are made in: zh-CN, en' }]),
    ...(checks === undefined || typeof checks === 'boolean'
      ? []
      : [{ path: 'options.checks', message: 'must be true or false' }]),
  ];
}
