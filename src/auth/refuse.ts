import { NianbaoError } from '#errors/nianbao-error.ts';

/** UNAUTHENTICATED: the caller hears the same whatever the reason is, which is for the log. No part of a token is in it. */
export function refuse(reason: string, cause?: unknown): NianbaoError {
  return new NianbaoError('UNAUTHENTICATED', {}, { cause: new Error(reason, { cause }) });
}
