import { forbidden } from './forbidden.ts';
import { permissions, type Action, type Permission } from './permissions.ts';
import type { Principal } from './principal.ts';
import type { Role, RoleGrant } from './roles.ts';

/** Ids from the topmost organization down to the one in question; empty for what lies in no organization. */
export type Lineage = readonly string[];

function grantsFor({ grants }: Principal, action: Action): RoleGrant[] {
  const { at, roles }: Permission = permissions[action];
  return grants.filter(
    ({ role, organization }) => roles.includes(role) && (at === 'organization' || organization === null),
  );
}

function holdsAt({ organization }: RoleGrant, lineage: Lineage): boolean {
  return organization === null || lineage.includes(organization);
}

/** Whether the principal may do it there; without a place, whether there is any place where it may. */
export function can(principal: Principal, action: Action, lineage?: Lineage): boolean {
  const grants = grantsFor(principal, action);
  return lineage === undefined ? grants.length > 0 : grants.some((grant) => holdsAt(grant, lineage));
}

/** FORBIDDEN, saying who may, unless the principal may do it there. */
export function demand(principal: Principal, action: Action, lineage?: Lineage): void {
  if (!can(principal, action, lineage)) throw forbidden(action, lineage);
}

/** Whether the principal has one of the roles there, as the stages of a review ask. */
export function hasRole(principal: Principal, roles: readonly Role[], lineage: Lineage): boolean {
  return principal.grants.some((grant) => roles.includes(grant.role) && holdsAt(grant, lineage));
}

/** Where the principal may do it: everywhere, or in the organizations of these ids and what lies below them. */
export function reachOf(principal: Principal, action: Action): 'everywhere' | readonly string[] {
  const organizations = grantsFor(principal, action).map(({ organization }) => organization);
  return organizations.includes(null) ? 'everywhere' : [...new Set(organizations.filter((id) => id !== null))];
}
