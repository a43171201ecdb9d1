import type { Principal } from '#auth/principal.ts';
import { formatGrant } from '#auth/roles.ts';
import { builder } from '../builder.ts';

const Viewer = builder.objectRef<Principal>('Viewer').implement({
  description: 'Who is asking. Without signing in: nobody, who may read what is published.',
  fields: (t) => ({
    subject: t.exposeString('subject', {
      nullable: true,
      description: 'How histories and the audit log name whoever asks.',
    }),
    name: t.exposeString('name', { nullable: true }),
    roles: t.stringList({
      description: '`role`, or `role@organizationId` where it holds in that organization and below it only.',
      resolve: ({ grants }) => grants.map(formatGrant),
    }),
  }),
});

builder.queryField('viewer', (t) => t.field({ type: Viewer, resolve: (_root, _args, { viewer }) => viewer }));
