import type { ApiKey, ApiKeyStore } from '../api-key-store.ts';
import { wellFormed } from '../well-formed.ts';
import type { Collection } from './collection.ts';

/** A key as both databases keep it. */
export interface ApiKeyDocument extends Omit<ApiKey, 'id'> {
  readonly _id: string;
  readonly secretHash: string;
}

const hour = 3_600_000;

function toKey({ _id: id, secretHash: _secret, ...rest }: ApiKeyDocument): ApiKey {
  return { id, ...rest };
}

/** Keys of machines in a collection. */
export function createApiKeys(collection: Collection<ApiKeyDocument>): ApiKeyStore {
  const findOne = async (id: string) => (await collection.find({ _id: id }))[0] ?? null;
  return {
    create: async ({ id, name, ...rest }, secretHash) => {
      await collection.insert({ _id: id, name: wellFormed(name), ...rest, secretHash });
    },
    find: async (id) => {
      const found = await findOne(id);
      return found && { key: toKey(found), secretHash: found.secretHash };
    },
    list: async () => (await collection.find({}, { sort: { createdAt: -1, _id: 1 } })).map(toKey),
    revoke: async (id, at) => {
      await collection.change({ _id: id, revokedAt: null }, { $set: { revokedAt: at } });
      const found = await findOne(id);
      return found && toKey(found);
    },
    noteUse: async (id, at) => {
      const lately = new Date(at.getTime() - hour);
      const unnoted = { $or: [{ lastUsedAt: null }, { lastUsedAt: { $lt: lately } }] };
      await collection.change({ _id: id, ...unnoted }, { $set: { lastUsedAt: at } });
    },
  };
}
