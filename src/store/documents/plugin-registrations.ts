import type { PluginRegistration, PluginRegistrationStore } from '../plugin-registration-store.ts';
import type { Collection } from './collection.ts';

/** A registration as both databases keep it. */
export interface PluginRegistrationDocument {
  readonly _id: string;
  readonly registered: boolean;
  readonly changedAt: Date;
}

function toRegistration({ _id: name, registered, changedAt }: PluginRegistrationDocument): PluginRegistration {
  return { name, registered, changedAt };
}

/** The stored form of a registration. */
export function toRegistrationDocument({ name, ...rest }: PluginRegistration): PluginRegistrationDocument {
  return { _id: name, ...rest };
}

/** Registrations of plugins in a collection. */
export function createPluginRegistrations(collection: Collection<PluginRegistrationDocument>): PluginRegistrationStore {
  return {
    list: async () => (await collection.find({}, { sort: { _id: 1 } })).map(toRegistration),
    save: async (name, registered) => {
      const row = { _id: name, registered, changedAt: new Date() };
      await collection.put(row);
      return toRegistration(row);
    },
  };
}
