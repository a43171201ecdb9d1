import { PothosValidationError } from '@pothos/core';
import { NianbaoError } from '#errors/nianbao-error.ts';
import { Refusal } from './refusals.ts';

/**
 * What an error of a resolver stands for: a refusal that no result union takes for its source, an id that can not be
 * decoded, which a package tells in its own class, for INPUT_INVALID. Others are what they are.
 */
export function understood<Thrown>(error: Thrown): Thrown | NianbaoError {
  if (error instanceof Refusal) return error.source;
  if (!(error instanceof PothosValidationError)) return error;
  const sentence = { zh: 'id 不适用：{message}', en: '{message}' };
  return new NianbaoError('INPUT_INVALID', { reason: { sentence, parameters: { message: error.message } } });
}
