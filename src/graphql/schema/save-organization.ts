import { demand } from '#auth/can.ts';
import { NianbaoError } from '#errors/nianbao-error.ts';
import type { Organization as StoredOrganization } from '#store/organization-store.ts';
import { builder } from '../builder.ts';
import type { Context } from '../context.ts';
import { ConflictRefusal, ForbiddenRefusal, InvalidInputRefusal, NotFoundRefusal, refusing } from '../refusals.ts';
import { Organization } from './organizations.ts';

const SaveOrganizationInput = builder.inputType('SaveOrganizationInput', {
  fields: (t) => ({
    id: t.globalID({ for: [Organization], description: 'Without it a new organization is made.' }),
    name: t.string({ required: true }),
    parent: t.globalID({
      for: [Organization],
      description: 'The organization above; null puts it at the top, leaving it out keeps it where it is.',
    }),
  }),
});

const SaveOrganizationSuccess = builder
  .objectRef<{ readonly saved: StoredOrganization }>('SaveOrganizationSuccess')
  .implement({ fields: (t) => ({ organization: t.field({ type: Organization, resolve: ({ saved }) => saved }) }) });

type Input = typeof SaveOrganizationInput.$inferInput;

/** The organization as it is, and the one that it is to lie below. */
async function placeOf(context: Context, { id, parent }: Input) {
  const current = id ? await find(context, id.id) : undefined;
  const target = parent === undefined ? (current?.parent ?? null) : (parent?.id ?? null);
  return { current, target, above: target === null ? undefined : await find(context, target) };
}

/** Whoever moves something takes it from one place and puts it in another. */
function demandSave({ viewer }: Context, { current, target, above }: Awaited<ReturnType<typeof placeOf>>): void {
  if (current) demand(viewer, 'organization.save', current.lineage);
  if (!current || current.parent !== target) demand(viewer, 'organization.save', above?.lineage ?? []);
}

async function find({ store }: Context, id: string): Promise<StoredOrganization> {
  const found = await store.organizations.find(id);
  if (found) return found;
  throw new NianbaoError('NOT_FOUND', { id });
}

const refusals = [InvalidInputRefusal, ConflictRefusal, NotFoundRefusal, ForbiddenRefusal];

builder.mutationField('saveOrganization', (t) =>
  t.field({
    type: SaveOrganizationSuccess,
    description: 'Creates an organization, renames it or moves it in the tree; administrators and supervisors.',
    authScopes: { may: 'organization.save' },
    args: { input: t.arg({ type: SaveOrganizationInput, required: true }) },
    errors: { types: refusals, union: { name: 'SaveOrganizationResult' } },
    resolve: (_root, { input }, context) =>
      refusing(refusals, async () => {
        const place = await placeOf(context, input);
        demandSave(context, place);
        const draft = { id: place.current?.id, name: input.name.trim(), parent: place.target };
        return { saved: await context.store.organizations.save(draft) };
      }),
  }),
);
