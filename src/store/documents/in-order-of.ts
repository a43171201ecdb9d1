/** The items in the order of the ids; null where there is none. */
export function inOrderOf<Item extends { readonly id: string }>(
  ids: readonly string[],
  items: readonly Item[],
): (Item | null)[] {
  const byId = new Map(items.map((item) => [item.id, item]));
  return ids.map((id) => byId.get(id) ?? null);
}
