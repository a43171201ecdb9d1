/** What is stored of a plugin: offered by every gateway that has its code, or by none. */
export interface PluginRegistration {
  readonly name: string;
  readonly registered: boolean;
}

/** Where registrations are kept; every gateway of the same store sees them. */
export interface Registrations {
  list(): Promise<readonly PluginRegistration[]>;
  save(name: string, registered: boolean): Promise<unknown>;
}

/** Registrations of this process alone. */
export function ownRegistrations(): Registrations {
  const kept = new Map<string, boolean>();
  return {
    list: async () => [...kept].map(([name, registered]) => ({ name, registered })),
    save: async (name, registered) => void kept.set(name, registered),
  };
}

/** Registrations as they are and as they are to be tried, which nobody else sees until they are saved. */
export class TriedRegistrations {
  readonly #store: Registrations;
  readonly #trying = new Map<string, boolean>();
  #last: readonly PluginRegistration[] = [];

  constructor(store: Registrations) {
    this.#store = store;
  }

  /** What the store says, or said last while it can not be reached, and what is being tried. */
  async list(): Promise<readonly PluginRegistration[]> {
    this.#last = await this.#store.list().catch(() => this.#last);
    const tried = [...this.#trying].map(([name, registered]) => ({ name, registered }));
    return [...this.#last.filter(({ name }) => !this.#trying.has(name)), ...tried];
  }

  /** Saves a change when `attempt` resolves to true; else it was never there. */
  async change(name: string, registered: boolean, attempt: () => Promise<boolean>): Promise<boolean> {
    this.#trying.set(name, registered);
    try {
      const worked = await attempt();
      if (worked) await this.#store.save(name, registered);
      return worked;
    } finally {
      this.#trying.delete(name);
    }
  }
}
