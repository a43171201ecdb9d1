/** One document of a batch. `name` tells it to people: a path, or archive and path within it. */
export interface BatchItem {
  readonly name: string;
  /** Its bytes; may reject with an error of the catalogue, which then is the item's outcome. */
  readonly read: () => Promise<Uint8Array>;
}
