import type { Organization } from '../organization-store.ts';
import { allOf, type Condition } from './condition.ts';
import type { Keyset } from './keyset.ts';
import type { Row } from './paginate.ts';
import { searchText, wordConditions, wordsOf } from './search-text.ts';
import { schemas } from './schema.ts';
import { searchTokens } from './search-tokens.ts';
import { sortableText, sortKey } from './sort-keys.ts';

/** An organization as both databases keep it. */
export interface OrganizationDocument extends Omit<Organization, 'id'> {
  readonly _id: string;
  readonly schema: number;
  readonly keys: { readonly name: string; readonly text: string; readonly tokens: readonly number[] };
  /** What does not yet say what this document says: its reports, or all that lies below it as well. */
  readonly spreading?: 'reports' | 'branch';
}

/** The index of the children of each organization. */
export const childrenIndex = 'children';

/** Organizations by name. */
export const organizationKeyset: Keyset = { name: 'NAME', path: 'keys.name', direction: 1 };

/** The stored form of an organization. */
export function toOrganizationDocument({ id, name, parent, lineage }: Organization): OrganizationDocument {
  const text = searchText([name]);
  const keys = { name: sortKey(sortableText(name), id), text, tokens: searchTokens(text) };
  return { _id: id, schema: schemas.organizations, name, parent, lineage, keys };
}

/** The organization of a document. */
export function toOrganization({ _id, name, parent, lineage }: OrganizationDocument): Organization {
  return { id: _id, name, parent, lineage };
}

/** The row of a list. */
export function toOrganizationRow(document: OrganizationDocument): Row<Organization> {
  return { key: document.keys.name, item: toOrganization(document) };
}

/** The organizations whose name holds every word. */
export function organizationCondition(search: string | undefined): Condition {
  return allOf(wordConditions('keys.text', wordsOf(search)));
}

/** The children of each parent, in the order of the ids, from the children of all of them. */
export function groupByParent(ids: readonly string[], children: readonly Organization[]): readonly Organization[][] {
  const groups = new Map<string | null, Organization[]>(ids.map((id) => [id, []]));
  for (const child of children) groups.get(child.parent)?.push(child);
  return ids.map((id) => [...(groups.get(id) ?? [])]);
}
