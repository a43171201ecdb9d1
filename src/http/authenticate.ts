import type { IncomingMessage } from 'node:http';
import type { AuditTrail, Caller } from '#auth/audit-trail.ts';
import type { SignIn } from '#auth/sign-in.ts';
import { toNianbaoError, type NianbaoError } from '#errors/nianbao-error.ts';
import type { AddressReader } from './client-address.ts';
import type { HttpLog } from './http-log.ts';

/** What finding out who is calling needs. */
export interface Authentication {
  readonly signIn: SignIn;
  readonly auditTrail: AuditTrail;
  readonly addressOf: AddressReader;
  readonly log: HttpLog;
}

/** Finds out who sends a request; whoever is refused is written down, with the reason, and hears the same as all others. */
export type Authenticate = (request: IncomingMessage) => Promise<Caller>;

function reasonOf({ cause }: Error): string {
  return cause instanceof Error ? cause.message : '';
}

/** Makes the function for a gateway. */
export function createAuthenticate({ signIn, auditTrail, addressOf, log }: Authentication): Authenticate {
  const note = (error: NianbaoError, address: string | null) => {
    const { code } = error;
    const reason = reasonOf(error);
    log({ level: 'warn', message: 'a sign-in was refused', code, reason, address });
    auditTrail.refused(address, code, reason);
  };
  return async (request) => {
    const address = addressOf(request);
    try {
      return { viewer: await signIn.identify(request.headers.authorization ?? null), address };
    } catch (cause) {
      const error = toNianbaoError(cause);
      note(error, address);
      throw error;
    }
  };
}
