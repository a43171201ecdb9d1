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

/** Public parameters of a sentence; a phrase among them is said in the same language, a list with commas. */
export type Parameters = Readonly<Record<string, string | number | readonly string[] | Phrase>>;

/** A parameter as a person or a program reads it. */
export function sayParameter(value: Parameters[string], locale: Locale): string | number | readonly string[] {
  return typeof value === 'object' && 'sentence' in value ? phrase(value.sentence, value.parameters, locale) : value;
}

function say(value: Parameters[string], locale: Locale): string {
  const said = sayParameter(value, locale);
  return typeof said === 'object' ? said.join(', ') : String(said);
}

/** Fills a sentence's `{name}` places; a place without its parameter stays as it is written. */
export function phrase(sentence: Sentence, parameters: Parameters, locale: Locale): string {
  return sentence[locale].replace(/\{(\w+)\}/g, (place, name: string) => say(parameters[name] ?? place, locale));
}
