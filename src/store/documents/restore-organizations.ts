import type { Restored } from '../dump.ts';
import type { Organization } from '../organization-store.ts';
import type { Collection } from './collection.ts';
import { toOrganizationDocument, type OrganizationDocument } from './organization-document.ts';

/** Puts organizations of one dump into a collection. */
export interface OrganizationRestorer {
  restore(organizations: readonly Organization[]): Promise<readonly Restored[]>;
  /** Whether any was stored before the one above it, or lies elsewhere here, so that lineages must be put right. */
  areMisplaced(): boolean;
  /** Those of the ids that are stored. */
  known(ids: readonly string[]): Promise<ReadonlyMap<string, OrganizationDocument>>;
}

/** A restorer of a collection. */
export function createOrganizationRestorer(collection: Collection<OrganizationDocument>): OrganizationRestorer {
  async function known(ids: readonly string[]): Promise<ReadonlyMap<string, OrganizationDocument>> {
    const found = await collection.find({ _id: { $in: [...new Set(ids)] } });
    return new Map(found.map((document) => [idOf(document), document]));
  }

  let misplaced = false;

  return {
    known,
    areMisplaced: () => misplaced,
    restore: async (organizations) => {
      if (organizations.length === 0) return [];
      const there = await known(organizations.flatMap(({ id, parent }) => (parent === null ? [id] : [id, parent])));
      const absent = organizations.filter(({ id }) => !there.has(id));
      misplaced ||= absent.some((one) => !isInPlace(one, there.get(one.parent ?? '')));
      const taken = await collection.insertMany(absent.map(toOrganizationDocument));
      return organizations.map((organization) => told(organization, there.get(organization.id), taken));
    },
  };
}

function isInPlace({ id, parent, lineage }: Organization, above: OrganizationDocument | undefined): boolean {
  const right = parent === null ? [id] : above && [...above.lineage, id];
  return right?.join('/') === lineage.join('/');
}

function told(
  { id, name, parent }: Organization,
  there: OrganizationDocument | undefined,
  taken: ReadonlySet<string>,
): Restored {
  const entry = { kind: 'organization', id } as const;
  if (!there && !taken.has(id)) return { ...entry, outcome: 'STORED' };
  if (!there) return { ...entry, outcome: 'CONFLICT', reason: `another organization has the name ${name}` };
  if (there.name === name && there.parent === parent) return { ...entry, outcome: 'PRESENT' };
  return { ...entry, outcome: 'CONFLICT', reason: `it is called ${there.name} or lies elsewhere` };
}

function idOf({ _id: id }: OrganizationDocument): string {
  return id;
}
