import type { OrganizationSettings, OrganizationSettingsStore } from '../organization-settings-store.ts';
import type { Collection } from './collection.ts';

/** Settings as both databases keep them. */
export interface OrganizationSettingsDocument extends Partial<Omit<OrganizationSettings, 'organization'>> {
  readonly _id: string;
}

function toSettings({ _id: organization, review, dueDates }: OrganizationSettingsDocument): OrganizationSettings {
  return { organization, review: review ?? null, dueDates: dueDates ?? null };
}

/** The stored form of settings. */
export function toSettingsDocument({ organization, ...rest }: OrganizationSettings): OrganizationSettingsDocument {
  return { _id: organization, ...rest };
}

/** Settings of organizations in a collection. */
export function createOrganizationSettings(
  collection: Collection<OrganizationSettingsDocument>,
): OrganizationSettingsStore {
  return {
    findMany: async (ids) => {
      const found = await collection.find({ _id: { $in: ids } });
      const byId = new Map(found.map(toSettings).map((one) => [one.organization, one]));
      return ids.map((id) => byId.get(id) ?? null);
    },
    change: async (organization, given) => {
      const isThere = await collection.change({ _id: organization }, { $set: given });
      if (isThere) return;
      // Somebody else may settle something of it first.
      if (await collection.insert({ _id: organization, ...given })) return;
      await collection.change({ _id: organization }, { $set: given });
    },
  };
}

/** All settings of a collection, for a dump. */
export async function allSettings(
  collection: Collection<OrganizationSettingsDocument>,
): Promise<readonly OrganizationSettings[]> {
  return (await collection.find({}, { sort: { _id: 1 } })).map(toSettings);
}
