import { invalidInput } from '#errors/invalid-input.ts';
import { NianbaoError } from '#errors/nianbao-error.ts';
import type { Organization } from '#store/organization-store.ts';
import type { Context } from './context.ts';
import { readGlobalId } from './global-ids.ts';

const NO_SUCH_ID = {
  zh: '没有 id 为“{given}”的单位。请给出单位名称，或 { organization(name: "…") { id } } 所示的 id。',
  en: 'There is no organization of the id “{given}”. Give a name, or the id that { organization(name: "…") { id } } shows.',
} as const;

/** An organization that an input names by name or id; null for a name that nobody knows yet. */
export interface NamedOrganization {
  readonly found: Organization | null;
  readonly name: string;
}

/** The organization of a name or an id; INPUT_INVALID for an id of nothing, which is the name of no body. */
export async function namedOrganization(
  { store: { organizations } }: Pick<Context, 'store'>,
  given: string,
): Promise<NamedOrganization> {
  const name = given.trim();
  const id = readGlobalId(name);
  if (!id) return { found: await organizations.findByName(name), name };
  const found = id.typename === 'Organization' ? await organizations.find(id.id) : null;
  if (found) return { found, name: found.name };
  throw invalidInput('organization', NO_SUCH_ID, { given: name });
}

/** The organization of an id; NOT_FOUND where there is none, which is another answer than nothing of it. */
export async function knownOrganization({ loaders }: Pick<Context, 'loaders'>, id: string): Promise<Organization> {
  const found = await loaders.organizations.load(id);
  if (found) return found;
  throw new NianbaoError('NOT_FOUND', { id });
}
