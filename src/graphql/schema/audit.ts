import type { AuditEntry, AuditFilter } from '#store/audit-log.ts';
import { builder } from '../builder.ts';
import { connectionOf, sliceOf } from '../pages.ts';

const AuditEntryRef = builder.objectRef<AuditEntry>('AuditEntry').implement({
  description: 'One thing that somebody did or tried to do.',
  authScopes: { may: 'audit.read' },
  fields: (t) => ({
    at: t.expose('at', { type: 'DateTime' }),
    operation: t.exposeString('operation', {
      description: 'The name of the mutation, signIn, or leftOut: so many more within a minute were not written down.',
    }),
    target: t.exposeString('target', { nullable: true, description: 'An id or a name; of what was made, its id.' }),
    details: t.exposeString('details', {
      nullable: true,
      description: 'What the target does not say, such as the name and the roles of a key.',
    }),
    subject: t.exposeString('subject', { nullable: true, description: 'Null for the anonymous.' }),
    name: t.exposeString('name', { nullable: true }),
    address: t.exposeString('address', { nullable: true, description: 'The network address that it came from.' }),
    outcome: t.exposeString('outcome', {
      nullable: true,
      description:
        'DONE, or the code of the error; null while it is under way, and for good when the process died of it.',
    }),
    reason: t.exposeString('reason', { nullable: true, description: 'Why a sign-in was refused.' }),
  }),
});

const AuditFilterInput = builder.inputType('AuditFilter', {
  fields: (t) => ({
    operation: t.string(),
    subject: t.string(),
    target: t.string(),
    outcome: t.string(),
    from: t.field({ type: 'DateTime', description: 'First moment, included.' }),
    to: t.field({ type: 'DateTime', description: 'Last moment, included.' }),
  }),
});

function filterOf(input: typeof AuditFilterInput.$inferInput | null | undefined): AuditFilter {
  const asked = Object.entries(input ?? {}).filter(([, value]) => value !== null);
  return Object.fromEntries(asked);
}

builder.queryField('auditLog', (t) =>
  t.connection(
    {
      type: AuditEntryRef,
      description: 'Every mutation and every refused sign-in, newest first; administrators only.',
      authScopes: { may: 'audit.read' },
      args: { filter: t.arg({ type: AuditFilterInput }) },
      resolve: async (_root, { filter, ...args }, { store }) => {
        const conditions = filterOf(filter);
        return connectionOf(await store.auditLog.list(conditions, sliceOf(args)), () =>
          store.auditLog.count(conditions),
        );
      },
    },
    { name: 'AuditEntryConnection' },
    { name: 'AuditEntryEdge' },
  ),
);
