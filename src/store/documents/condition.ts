/** A filter in MongoDB's query language, of the operators that NeDB has too. */
export type Condition = Readonly<Record<string, unknown>>;

/** Sort directions by path, most significant first. */
export type Sort = Readonly<Record<string, 1 | -1>>;

/** The condition that all of the conditions hold; `{}` for none. */
export function allOf(conditions: readonly Condition[]): Condition {
  const keys = conditions.flatMap((condition) => Object.keys(condition));
  // NeDB consults its indexes for top-level keys only, so that a flat condition is the better one.
  return new Set(keys).size === keys.length ? Object.assign({}, ...conditions) : { $and: conditions };
}
