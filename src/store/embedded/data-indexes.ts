import type { IndexDefinition } from './data-file.ts';

const reportIndexes = [
  { fields: ['organization.id', 'year'], unique: true },
  { fields: ['organization.id'] },
  { fields: ['organization.lineage'] },
  { fields: ['places.p0'] },
  { fields: ['places.p1'] },
  { fields: ['places.p2'] },
  { fields: ['places.p3'] },
] as const;

/** The indexes of each data file: what is unique, and what is looked up by equality. */
export const dataIndexes = {
  reports: [...reportIndexes, { fields: ['releasing'], sparse: true }],
  'published-reports': reportIndexes,
  revisions: [],
  organizations: [{ fields: ['name'], unique: true }, { fields: ['parent'] }],
  'render-jobs': [
    { fields: ['openKey'], unique: true, sparse: true },
    { fields: ['status'] },
    { fields: ['finishedAt'] },
  ],
  artifacts: [{ fields: ['record.sha256'] }, { fields: ['usedAt'] }],
  'organization-settings': [],
  'plugin-registrations': [],
  'imported-documents': [],
  'import-batches': [],
  'import-items': [{ fields: ['batch'] }],
  'api-keys': [],
  'audit-entries': [],
} as const satisfies Record<string, readonly IndexDefinition[]>;
