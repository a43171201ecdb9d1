/** What a person or a machine may be; `permissions.ts` says what each may do. */
export const roles = ['administrator', 'editor', 'reviewer', 'publisher', 'supervisor', 'reader'] as const;
export type Role = (typeof roles)[number];

/** A role, and where it holds: in one organization and all that lies below it, or (null) everywhere. */
export interface RoleGrant {
  readonly role: Role;
  /** Id of an organization, as the store knows it. */
  readonly organization: string | null;
}

const idPrefix = 'Organization:';

/** Ids are taken as GraphQL writes them, and plain. */
function plainId(id: string): string {
  const text = Buffer.from(id, 'base64').toString('utf8');
  return text.startsWith(idPrefix) ? text.slice(idPrefix.length) : id;
}

/** Reads `role` or `role@organizationId`; undefined for anything else, so that a claim may hold roles of other programs. */
export function parseGrant(text: string): RoleGrant | undefined {
  const at = text.indexOf('@');
  const name = at === -1 ? text : text.slice(0, at);
  const role = roles.find((known) => known === name);
  if (role === undefined || at === text.length - 1) return undefined;
  return { role, organization: at === -1 ? null : plainId(text.slice(at + 1)) };
}

/** `role` or `role@organizationId`, the id as GraphQL writes it. */
export function formatGrant({ role, organization }: RoleGrant): string {
  if (organization === null) return role;
  return `${role}@${Buffer.from(`${idPrefix}${organization}`).toString('base64')}`;
}
