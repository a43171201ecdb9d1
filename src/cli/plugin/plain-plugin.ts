import { phrase, type Locale } from '#errors/locale.ts';

/** Fields of a plugin that the commands ask for. */
export const pluginFields = 'name version builtIn state error';

/** A plugin as the GraphQL type of that name has it, with the ids of its renderers. */
export interface PlainPlugin {
  readonly name: string;
  readonly version: string;
  readonly builtIn: boolean;
  readonly state: 'LOADING' | 'PROBING' | 'ACTIVE' | 'DRAINING' | 'FAILED' | 'DISABLED';
  readonly error: string | null;
  readonly renderers: readonly string[];
}

const states = {
  LOADING: { mark: '…', words: { zh: '正在加载', en: 'loading' } },
  PROBING: { mark: '…', words: { zh: '正在试运行', en: 'being tried' } },
  ACTIVE: { mark: '✓', words: { zh: '可用', en: 'active' } },
  DRAINING: { mark: '…', words: { zh: '正在收尾', en: 'finishing' } },
  FAILED: { mark: '✗', words: { zh: '不可用', en: 'failed' } },
  DISABLED: { mark: '–', words: { zh: '已停用', en: 'disabled' } },
} as const;

const builtInWords = { zh: '（内置）', en: ' (built in)' } as const;

/** A plugin as a line for a person, and a second one where something is wrong with it. */
export function describePlugin(plugin: PlainPlugin, locale: Locale): string {
  const { name, version, builtIn, state, error, renderers } = plugin;
  const { mark, words } = states[state];
  const origin = builtIn ? phrase(builtInWords, {}, locale) : '';
  const offered = renderers.length > 0 ? `: ${renderers.join(', ')}` : '';
  const line = `${mark} ${name} ${version}${origin} ${phrase(words, {}, locale)}${offered}`;
  return error === null ? line : `${line}\n    ${error}`;
}
