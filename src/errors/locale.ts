/** The languages that sentences for people are written in. */
export type Locale = 'zh' | 'en';

/** A sentence in both languages; `{name}` stands for a parameter. */
export interface Sentence {
  readonly zh: string;
  readonly en: string;
}

/** A sentence and what fills its places. */
export interface Phrase {
  readonly sentence: Sentence;
  readonly parameters: Parameters;
}

/** Public parameters of a sentence; a phrase among them is said in the same language. */
export type Parameters = Readonly<Record<string, string | number | Phrase>>;

function say(value: Parameters[string], locale: Locale): string {
  return typeof value === 'object' ? phrase(value.sentence, value.parameters, locale) : String(value);
}

/** Fills a sentence's `{name}` places; a place without its parameter stays as it is written. */
export function phrase(sentence: Sentence, parameters: Parameters, locale: Locale): string {
  return sentence[locale].replace(/\{(\w+)\}/g, (place, name: string) => say(parameters[name] ?? place, locale));
}
