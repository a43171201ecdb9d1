import { invalidInput } from '#errors/invalid-input.ts';
import type { NianbaoError } from '#errors/nianbao-error.ts';
import { formatGrant, parseGrant, roles as known, type RoleGrant } from './roles.ts';

/** What a new key is to be. */
export interface ApiKeyDraft {
  readonly name: string;
  /** `role` or `role@organizationId`. */
  readonly roles: readonly string[];
  /** A year from now unless told. */
  readonly expiresAt?: Date | undefined;
}

const most = { name: 200, roles: 50 };

const sentences = {
  NAME: { zh: '名称应为 1 至 {most} 字。', en: 'Give a name of 1 to {most} characters.' },
  PAST: { zh: '有效期须在当前时间之后。', en: 'It must lie ahead.' },
  COUNT: { zh: '应有 1 至 {most} 个角色。', en: 'Name 1 to {most} roles.' },
  NO_ROLE: { zh: '“{role}”不是角色；可用：{known}。', en: '“{role}” is no role; there are: {known}.' },
  NO_ORGANIZATION: {
    zh: '没有 id 为“{id}”的单位；单位 id 见 { organization(name: "…") { id } }。',
    en: 'There is no organization of the id “{id}”; { organization(name: "…") { id } } shows it.',
  },
} as const;

function grantOf(role: string): RoleGrant {
  const grant = parseGrant(role);
  if (!grant) throw invalidInput('roles', sentences.NO_ROLE, { role, known });
  return grant;
}

/** The roles of a key that can be made, each once; INPUT_INVALID where it can not. */
export function grantsOf({ name, expiresAt, roles }: ApiKeyDraft): RoleGrant[] {
  if (name.trim() === '' || name.length > most.name) throw invalidInput('name', sentences.NAME, { most: most.name });
  if (expiresAt && expiresAt.getTime() <= Date.now()) throw invalidInput('expiresAt', sentences.PAST);
  const grants = new Map(roles.map(grantOf).map((grant) => [formatGrant(grant), grant]));
  if (grants.size === 0 || grants.size > most.roles) throw invalidInput('roles', sentences.COUNT, { most: most.roles });
  return [...grants.values()];
}

/** INPUT_INVALID for a role in an organization that is not there. */
export function noSuchOrganization(id: string): NianbaoError {
  return invalidInput('roles', sentences.NO_ORGANIZATION, { id });
}

/** What the audit log says of a key that is to be made: its name and its roles, as they were given. */
export function describeKey({ name, roles }: ApiKeyDraft): string {
  return `${name}: ${roles.join(', ')}`;
}
