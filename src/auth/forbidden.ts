import type { Parameters, Sentence } from '#errors/locale.ts';
import { NianbaoError } from '#errors/nianbao-error.ts';
import { permissions, type Action, type Permission } from './permissions.ts';

const sentences = {
  THERE: {
    zh: '须在该单位或其上级单位拥有以下角色之一：{roles}。',
    en: 'it takes one of these roles in that body or above it: {roles}.',
  },
  EVERYWHERE: {
    zh: '须拥有以下角色之一，且不限定单位：{roles}。',
    en: 'it takes one of these roles, bound to no body: {roles}.',
  },
  SIGNED_IN: { zh: '请先登录。', en: 'sign in first.' },
} as const;

/** FORBIDDEN with that reason; `{roles}` in it are those that may do it, and stand beside it for programs. */
export function forbiddenFor(action: Action, sentence: Sentence, parameters: Parameters = {}): NianbaoError {
  const { roles }: Permission = permissions[action];
  return new NianbaoError('FORBIDDEN', { reason: { sentence, parameters: { ...parameters, roles } }, roles });
}

/** FORBIDDEN, saying which roles may; an empty lineage is a place where only those count that are bound to nothing. */
export function forbidden(action: Action, lineage?: readonly string[]): NianbaoError {
  const { at }: Permission = permissions[action];
  const everywhere = at === 'gateway' || lineage?.length === 0;
  return forbiddenFor(action, everywhere ? sentences.EVERYWHERE : sentences.THERE);
}

/** FORBIDDEN for whoever is not signed in. */
export function signInFirst(): NianbaoError {
  return new NianbaoError('FORBIDDEN', { reason: { sentence: sentences.SIGNED_IN, parameters: {} } });
}
