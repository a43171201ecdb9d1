/** A part of a sorted list: up to `limit` items behind `after` and before `before`, from the start or, `backward`, from the end. */
export interface Slice {
  readonly limit: number;
  readonly backward: boolean;
  readonly after?: string | undefined;
  readonly before?: string | undefined;
}

/** The items of a slice in the list's order, each with the cursor that names its place. */
export interface Page<Item> {
  readonly items: readonly { readonly cursor: string; readonly item: Item }[];
  readonly hasNext: boolean;
  readonly hasPrevious: boolean;
}
