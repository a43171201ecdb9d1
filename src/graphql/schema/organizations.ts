import type { Organization as StoredOrganization } from '#store/organization-store.ts';
import { builder } from '../builder.ts';
import { connectionOf, sliceOf } from '../pages.ts';

/** A body that publishes reports. */
export const Organization = builder.objectRef<StoredOrganization>('Organization');

builder.node(Organization, {
  name: 'Organization',
  description: 'A body that publishes reports.',
  id: { resolve: ({ id }) => id },
  isTypeOf: (value) => typeof value === 'object' && value !== null && 'lineage' in value && 'name' in value,
  loadWithoutCache: (id, { loaders }) => loaders.organizations.load(id),
  fields: (t) => ({
    name: t.exposeString('name'),
    parent: t.field({
      type: Organization,
      nullable: true,
      resolve: ({ parent }, _, { loaders }) => (parent === null ? null : loaders.organizations.load(parent)),
    }),
    children: t.field({
      type: [Organization],
      resolve: async ({ id }, _, { loaders }) => [...(await loaders.children.load(id))],
    }),
  }),
});

builder.queryFields((t) => ({
  organization: t.field({
    type: Organization,
    nullable: true,
    args: { id: t.arg.globalID({ for: [Organization] }), name: t.arg.string() },
    resolve: (_root, { id, name }, { loaders, store }) => {
      if (id) return loaders.organizations.load(id.id);
      return typeof name === 'string' ? store.organizations.findByName(name) : null;
    },
  }),
  organizations: t.connection(
    {
      type: Organization,
      description: 'Organizations by name; `search` takes words of the name.',
      args: { search: t.arg.string() },
      resolve: async (_root, { search, ...args }, { store }) => {
        const words = search ?? undefined;
        return connectionOf(await store.organizations.list(words, sliceOf(args)), () =>
          store.organizations.count(words),
        );
      },
    },
    { name: 'OrganizationConnection' },
    { name: 'OrganizationEdge' },
  ),
}));
