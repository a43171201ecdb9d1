import { phrase, type Locale, type Parameters, type Sentence } from '#errors/locale.ts';

/** What a plugin does against the contract, as a sentence. */
export class ContractFault extends Error {
  override readonly name = 'ContractFault';
  readonly sentence: Sentence;
  readonly parameters: Parameters;

  constructor(sentence: Sentence, parameters: Parameters = {}) {
    super(phrase(sentence, parameters, 'en'));
    this.sentence = sentence;
    this.parameters = parameters;
  }

  /** The sentence for a person. */
  say(locale: Locale): string {
    return phrase(this.sentence, this.parameters, locale);
  }
}
