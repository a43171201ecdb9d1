import { createHash, randomBytes } from 'node:crypto';
import { NianbaoError } from '#errors/nianbao-error.ts';
import type { ApiKey } from '#store/api-key-store.ts';
import type { Store } from '#store/store.ts';
import type { AuthLog } from './auth-log.ts';
import { grantsOf, noSuchOrganization, type ApiKeyDraft } from './api-key-draft.ts';
import { can } from './can.ts';
import { isSameSecret } from './development.ts';
import type { Principal } from './principal.ts';
import { forbidden } from './forbidden.ts';
import { refuse } from './refuse.ts';
import type { RoleGrant } from './roles.ts';

/** A new key, and the token of it, which is shown this once. */
export interface NewApiKey {
  readonly key: ApiKey;
  readonly token: string;
}

const tokenShape = /^nbk_([0-9a-f]{16})_([\w-]{43})$/u;

const YEAR = 365 * 86_400_000;

/** Whether a bearer token is meant for a key. */
export function isKeyToken(token: string): boolean {
  return token.startsWith('nbk_');
}

/** The secret is random and long, so that a digest of it needs neither salt nor slowness. */
function digest(secret: string): string {
  return createHash('sha256').update(secret).digest('hex');
}

function placesOf(grants: ApiKey['grants']): string[] {
  return grants.map(({ organization }) => organization).filter((id) => id !== null);
}

/** Keys that machines sign in with. Administrators have to do with those alone whose roles all lie in what is theirs. */
export class ApiKeys {
  readonly #store: Pick<Store, 'apiKeys' | 'organizations'>;
  readonly #log: AuthLog;

  constructor(store: Pick<Store, 'apiKeys' | 'organizations'>, log: AuthLog) {
    this.#store = store;
    this.#log = log;
  }

  /** INPUT_INVALID for what is no role or no organization, FORBIDDEN for roles beyond one's own place. */
  async create(principal: Principal, draft: ApiKeyDraft): Promise<NewApiKey> {
    const grants = grantsOf(draft);
    if (!(await this.#mayManage(principal, grants))) throw forbidden('apiKey.manage');
    await this.#refuseUnknown(grants);
    const id = randomBytes(8).toString('hex');
    const secret = randomBytes(32).toString('base64url');
    const now = new Date();
    const key: ApiKey = {
      id,
      name: draft.name.trim(),
      grants,
      createdAt: now,
      createdBy: principal.subject ?? '',
      expiresAt: draft.expiresAt ?? new Date(now.getTime() + YEAR),
      revokedAt: null,
      lastUsedAt: null,
    };
    await this.#store.apiKeys.create(key, digest(secret));
    return { key, token: `nbk_${id}_${secret}` };
  }

  /** Newest first. */
  async list(principal: Principal): Promise<ApiKey[]> {
    const keys = await this.#store.apiKeys.list();
    const mine = await Promise.all(keys.map(({ grants }) => this.#mayManage(principal, grants)));
    return keys.filter((_, index) => mine[index]);
  }

  /** NOT_FOUND for one that is not there, or not one's own. */
  async revoke(principal: Principal, id: string): Promise<ApiKey> {
    const found = await this.#store.apiKeys.find(id);
    const mine = found && (await this.#mayManage(principal, found.key.grants));
    const revoked = mine ? await this.#store.apiKeys.revoke(id, new Date()) : null;
    if (!revoked) throw new NianbaoError('NOT_FOUND', { id });
    return revoked;
  }

  /** Whose a token is; UNAUTHENTICATED when it is nobody's, or not any more. */
  async identify(token: string): Promise<Principal> {
    const [, id, secret] = tokenShape.exec(token) ?? [];
    if (id === undefined || secret === undefined) throw refuse('it is not the token of a key');
    const found = await this.#store.apiKeys.find(id);
    if (!found || !isSameSecret(found.secretHash, digest(secret))) throw refuse('there is no such key');
    const { key } = found;
    if (key.revokedAt) throw refuse(`the key ${id} was revoked`);
    if (key.expiresAt.getTime() <= Date.now()) throw refuse(`the key ${id} has expired`);
    this.#noteUse(id);
    const grants = key.grants as readonly RoleGrant[];
    return { kind: 'machine', subject: `api-key:${id}`, name: key.name, grants };
  }

  /** Nobody waits for it. */
  #noteUse(id: string): void {
    this.#store.apiKeys.noteUse(id, new Date()).catch((cause: unknown) => {
      this.#log({ level: 'warn', message: 'the use of a key could not be noted', key: id, cause });
    });
  }

  /** A role in a place that is not there would make a key that opens nothing. */
  async #refuseUnknown(grants: readonly RoleGrant[]): Promise<void> {
    const ids = placesOf(grants);
    const organizations = await this.#store.organizations.findMany(ids);
    const unknown = ids.find((_, index) => !organizations[index]);
    if (unknown !== undefined) throw noSuchOrganization(unknown);
  }

  async #mayManage(principal: Principal, grants: ApiKey['grants']): Promise<boolean> {
    if (can(principal, 'apiKey.manage', [])) return true;
    const ids = placesOf(grants);
    if (ids.length < grants.length) return false;
    const organizations = await this.#store.organizations.findMany(ids);
    return organizations.every((found) => found && can(principal, 'apiKey.manage', found.lineage));
  }
}
