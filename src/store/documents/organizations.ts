import { randomUUID } from 'node:crypto';
import type { Condition } from './condition.ts';
import { inOrderOf } from './in-order-of.ts';
import {
  groupByParent,
  organizationCondition,
  organizationKeyset,
  toOrganization,
  toOrganizationDocument,
  toOrganizationRow,
  type OrganizationDocument,
} from './organization-document.ts';
import type { OrganizationTree } from './organization-tree.ts';
import { paginate } from './paginate.ts';
import { sortOf } from './keyset.ts';
import type { Organization, OrganizationStore } from '../organization-store.ts';
import type { Collection } from './collection.ts';
import { wellFormed } from '../well-formed.ts';
import { wordsOf } from './search-text.ts';
import { createListReader } from './list-reader.ts';

/** Organizations in a collection; the tree makes the changes. */
export function createOrganizations(
  collection: Collection<OrganizationDocument>,
  tree: Pick<OrganizationTree, 'save'>,
): OrganizationStore {
  const byName = sortOf(organizationKeyset, false);

  async function read(condition: Condition): Promise<Organization[]> {
    return (await collection.find(condition, { sort: byName })).map(toOrganization);
  }

  async function readOne(condition: Condition): Promise<Organization | null> {
    return (await read(condition))[0] ?? null;
  }

  async function ensure(name: string): Promise<Organization> {
    const found = await readOne({ name });
    if (found) return found;
    const id = randomUUID();
    const made: Organization = { id, name, parent: null, lineage: [id] };
    if (await collection.insert(toOrganizationDocument(made))) return made;
    return ensure(name);
  }

  return {
    find: (id) => readOne({ _id: id }),
    findByName: (name) => readOne({ name: wellFormed(name) }),
    findMany: async (ids) => inOrderOf(ids, await read({ _id: { $in: ids } })),
    ensure: (name) => ensure(wellFormed(name)),
    save: (draft) => tree.save({ ...draft, name: wellFormed(draft.name) }),
    childrenOf: async (ids) => groupByParent(ids, await read({ parent: { $in: ids } })),
    below: (id) => read(id === null ? {} : { lineage: id, _id: { $ne: id } }),
    list: async (search, slice) => {
      const list = {
        collection,
        condition: organizationCondition(search),
        words: wordsOf(search),
        toRow: toOrganizationRow,
      };
      return paginate(organizationKeyset, slice, createListReader(list));
    },
    count: async (search) => collection.count(organizationCondition(search), wordsOf(search)),
  };
}
