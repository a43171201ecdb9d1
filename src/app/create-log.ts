import { pino, type Logger } from 'pino';
import { NianbaoError } from '#errors/nianbao-error.ts';

/** An error with the causes below it, which `message` alone does not tell. */
function serialize(cause: unknown): unknown {
  if (!(cause instanceof Error)) return cause;
  const { name, message, stack } = cause;
  const code = cause instanceof NianbaoError ? { code: cause.code } : {};
  return { name, ...code, message, stack, ...(cause.cause === undefined ? {} : { cause: serialize(cause.cause) }) };
}

/** The log: one JSON object a line, on standard error. */
export function createLog(level: string): Logger {
  return pino({ level, base: null, serializers: { cause: serialize } }, pino.destination({ dest: 2, sync: true }));
}

/** What parts of the gateway log. */
export interface LogEvent {
  readonly level: 'info' | 'warn' | 'error';
  readonly message: string;
  readonly [field: string]: unknown;
}

/** A function that logs events of one part of the gateway. */
export function logOf(log: Logger, part: string): (event: LogEvent) => void {
  return ({ level, message, ...fields }) => log[level]({ part, ...fields }, message);
}
