/** What was decided of a plugin. */
export interface PluginRegistration {
  /** A folder's name, or the whole name of an npm package. */
  readonly name: string;
  /** Offered by every gateway that has its code; false: by none. */
  readonly registered: boolean;
  readonly changedAt: Date;
}

/** Which plugins were registered and unregistered by hand; every process of the same store reads it again and again. */
export interface PluginRegistrationStore {
  /** All of them, by name. */
  list(): Promise<PluginRegistration[]>;
  /** The last word counts. */
  save(name: string, registered: boolean): Promise<PluginRegistration>;
}
