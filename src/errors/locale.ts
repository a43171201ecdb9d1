/** The languages that sentences for people are written in. */
export type Locale = 'zh' | 'en';

/** A sentence in both languages; `{name}` stands for a parameter. */
export interface Sentence {
  readonly zh: string;
  readonly en: string;
}

/** Public parameters of a sentence. */
export type Parameters = Readonly<Record<string, string | number>>;

/** Fills a sentence's `{name}` places; a place without its parameter stays as it is written. */
export function phrase(sentence: Sentence, parameters: Parameters, locale: Locale): string {
  return sentence[locale].replace(/\{(\w+)\}/g, (place, name: string) => String(parameters[name] ?? place));
}
