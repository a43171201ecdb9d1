import type { RoleGrant } from './roles.ts';

/** Who is calling. */
export interface Principal {
  readonly kind: 'anonymous' | 'person' | 'machine' | 'operator';
  /** Stable, and the same for no two; null for the anonymous. Histories and audits name it. */
  readonly subject: string | null;
  /** For people to read. */
  readonly name: string | null;
  readonly grants: readonly RoleGrant[];
}

/** Somebody who did not sign in, and reads what is published. */
export const anonymous: Principal = { kind: 'anonymous', subject: null, name: null, grants: [] };

/** Who works on the store itself, from the shell of its machine. */
export const operator: Principal = {
  kind: 'operator',
  subject: 'operator',
  name: '本机操作员',
  grants: [{ role: 'administrator', organization: null }],
};
