import { randomBytes, timingSafeEqual, createHash } from 'node:crypto';
import type { Principal } from './principal.ts';

/** The administrator of a gateway that is being developed with; it signs in with one token that never ends. */
export const developer: Principal = {
  kind: 'person',
  subject: 'development',
  name: '开发管理员',
  grants: [{ role: 'administrator', organization: null }],
};

/** A token that nobody can guess. */
export function createDevelopmentToken(): string {
  return randomBytes(24).toString('base64url');
}

function digest(text: string): Buffer {
  return createHash('sha256').update(text).digest();
}

/** Whether two secrets are the same, in a time that does not tell how much of them is. */
export function isSameSecret(one: string, other: string): boolean {
  return timingSafeEqual(digest(one), digest(other));
}
