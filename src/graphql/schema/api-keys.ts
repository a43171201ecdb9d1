import type { NewApiKey } from '#auth/api-keys.ts';
import { formatGrant, type RoleGrant } from '#auth/roles.ts';
import type { ApiKey } from '#store/api-key-store.ts';
import { builder } from '../builder.ts';
import { ForbiddenRefusal, InvalidInputRefusal, NotFoundRefusal, refusing } from '../refusals.ts';

const ApiKeyRef = builder.objectRef<ApiKey>('ApiKey').implement({
  description: 'A key that a machine signs in with.',
  authScopes: { may: 'apiKey.manage' },
  fields: (t) => ({
    id: t.exposeID('id'),
    name: t.exposeString('name'),
    roles: t.stringList({ resolve: ({ grants }) => grants.map((grant) => formatGrant(grant as RoleGrant)) }),
    createdAt: t.expose('createdAt', { type: 'DateTime' }),
    createdBy: t.exposeString('createdBy', { description: 'The subject of who made it.' }),
    expiresAt: t.expose('expiresAt', { type: 'DateTime' }),
    revokedAt: t.expose('revokedAt', { type: 'DateTime', nullable: true }),
    lastUsedAt: t.expose('lastUsedAt', { type: 'DateTime', nullable: true, description: 'To the hour.' }),
  }),
});

builder.queryField('apiKeys', (t) =>
  t.field({
    type: [ApiKeyRef],
    description: 'The keys whose roles all lie in what is one’s own, newest first; administrators only.',
    authScopes: { may: 'apiKey.manage' },
    resolve: (_root, _args, { apiKeys, viewer }) => apiKeys.list(viewer),
  }),
);

const CreateApiKeyInput = builder.inputType('CreateApiKeyInput', {
  fields: (t) => ({
    name: t.string({ required: true, description: 'What it is for.' }),
    roles: t.stringList({
      required: true,
      description: '`role` or `role@organizationId`, with the `id` of `organization(name:)`, as in `Viewer.roles`.',
    }),
    expiresAt: t.field({ type: 'DateTime', description: 'A year from now unless told.' }),
  }),
});

const CreateApiKeySuccess = builder.objectRef<NewApiKey>('CreateApiKeySuccess').implement({
  fields: (t) => ({
    apiKey: t.field({ type: ApiKeyRef, resolve: ({ key }) => key }),
    token: t.exposeString('token', { description: 'The bearer token. It is shown this once and kept nowhere.' }),
  }),
});

const RevokeApiKeySuccess = builder.objectRef<{ readonly key: ApiKey }>('RevokeApiKeySuccess').implement({
  fields: (t) => ({ apiKey: t.field({ type: ApiKeyRef, resolve: ({ key }) => key }) }),
});

builder.mutationFields((t) => ({
  createApiKey: t.field({
    type: CreateApiKeySuccess,
    description: 'Makes a key for a machine, with roles in what is one’s own; administrators only.',
    authScopes: { may: 'apiKey.manage' },
    args: { input: t.arg({ type: CreateApiKeyInput, required: true }) },
    errors: { types: [InvalidInputRefusal, ForbiddenRefusal], union: { name: 'CreateApiKeyResult' } },
    resolve: (_root, { input: { name, roles, expiresAt } }, { apiKeys, viewer }) =>
      refusing([InvalidInputRefusal, ForbiddenRefusal], () =>
        apiKeys.create(viewer, { name, roles, expiresAt: expiresAt ?? undefined }),
      ),
  }),
  revokeApiKey: t.field({
    type: RevokeApiKeySuccess,
    description: 'Takes a key back at once and for good; administrators only.',
    authScopes: { may: 'apiKey.manage' },
    args: { id: t.arg.id({ required: true }) },
    errors: { types: [NotFoundRefusal, ForbiddenRefusal], union: { name: 'RevokeApiKeyResult' } },
    resolve: (_root, { id }, { apiKeys, viewer }) =>
      refusing([NotFoundRefusal, ForbiddenRefusal], async () => ({ key: await apiKeys.revoke(viewer, id) })),
  }),
}));
