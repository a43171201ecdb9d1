import { describeKey, type ApiKeyDraft } from '#auth/api-key-draft.ts';
import { ApiKeys, type NewApiKey } from '#auth/api-keys.ts';
import { AuditTrail, type Deed } from '#auth/audit-trail.ts';
import { operator } from '#auth/principal.ts';
import { formatGrant, type RoleGrant } from '#auth/roles.ts';
import type { ApiKey } from '#store/api-key-store.ts';
import type { Config } from './config.ts';
import { createLog, logOf } from './create-log.ts';
import { openStore } from './open-store.ts';

/** A key as the shell shows it. */
export interface PlainApiKey extends Omit<ApiKey, 'grants'> {
  readonly roles: readonly string[];
}

/** The keys of the configured store, in the hands of whoever runs the machine; written down like any mutation. */
export interface KeyManager {
  readonly create: (draft: ApiKeyDraft) => Promise<PlainApiKey & Pick<NewApiKey, 'token'>>;
  readonly list: () => Promise<PlainApiKey[]>;
  readonly revoke: (id: string) => Promise<PlainApiKey>;
  readonly close: () => Promise<void>;
}

function plain({ grants, ...key }: ApiKey): PlainApiKey {
  return { ...key, roles: grants.map((grant) => formatGrant(grant as RoleGrant)) };
}

/** Opens the configured store for managing its keys. */
export async function openKeyManager(config: Config): Promise<KeyManager> {
  const log = createLog(config.logLevel);
  const store = await openStore(config, log);
  const keys = new ApiKeys(store, logOf(log, 'auth'));
  const trail = new AuditTrail(store.auditLog, logOf(log, 'auth'));
  const record = <Result>(deed: Deed, run: () => Promise<Result>, keyOf: (result: Result) => ApiKey) =>
    trail.record({ viewer: operator, address: null }, deed, {
      run,
      endingOf: (result) => ({ outcome: 'DONE', target: keyOf(result).id }),
    });
  return {
    create: async (draft) => {
      const deed = { operation: 'createApiKey', target: draft.name, details: describeKey(draft) };
      const made = await record(
        deed,
        () => keys.create(operator, draft),
        ({ key }) => key,
      );
      return { ...plain(made.key), token: made.token };
    },
    list: async () => (await keys.list(operator)).map(plain),
    revoke: async (id) =>
      plain(
        await record(
          { operation: 'revokeApiKey', target: id },
          () => keys.revoke(operator, id),
          (key) => key,
        ),
      ),
    close: () => store.close(),
  };
}
