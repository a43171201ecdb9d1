/** The versions in which documents of a collection are stored now. One without a version is of the first. */
export const schemas = { reports: 3, organizations: 2, artifacts: 2 } as const;

/** The index of the versions. */
export const schemaIndex = 'schema';
