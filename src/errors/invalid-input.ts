import { phrase, type Locale, type Parameters, type Sentence } from './locale.ts';
import { NianbaoError, type InputIssue } from './nianbao-error.ts';

/** INPUT_INVALID with its one fault and where that is, said in both languages. */
export function invalidInput(path: string, sentence: Sentence, parameters: Parameters = {}): NianbaoError {
  const said = { sentence, parameters };
  const message = phrase(sentence, parameters, 'en');
  return new NianbaoError('INPUT_INVALID', { reason: said }, { issues: [{ path, message, phrase: said }] });
}

/** What a person is told of a fault. */
export function sayIssue({ message, phrase: said }: InputIssue, locale: Locale): string {
  return said ? phrase(said.sentence, said.parameters, locale) : message;
}
