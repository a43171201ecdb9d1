import { can, demand } from '#auth/can.ts';
import { forbidden, forbiddenFor, signInFirst } from '#auth/forbidden.ts';
import type { Action } from '#auth/permissions.ts';
import { NianbaoError } from '#errors/nianbao-error.ts';
import type { Actor } from '#reports/change.ts';
import { newContent, type NewReportInput } from '#review/new-content.ts';
import type { Target } from '#review/review-desk.ts';
import type { Organization } from '#store/organization-store.ts';
import type { Context } from './context.ts';
import { namedOrganization } from './named-organization.ts';

/** The same words for a body that is elsewhere and one that is nowhere, such as a name that was mistyped. */
const NOT_YOURS = {
  zh: '在您可以填报的单位中没有“{name}”，请核对名称；须在该单位或其上级单位拥有以下角色之一：{roles}。新单位须由不限定单位的角色建立。',
  en: 'there is no “{name}” among the bodies that you may write for; it takes one of these roles in that body or above it: {roles}. A new body takes one that is bound to none.',
} as const;

/** Who acts, for histories; null when nobody is signed in. */
export function actorOf({ viewer: { subject, name } }: Pick<Context, 'viewer'>): Actor | null {
  return subject === null ? null : { subject, name: name ?? subject };
}

/** Who reviews: somebody whom the one-person rule can tell from others. FORBIDDEN when nobody is signed in. */
export function signedInActor(context: Context): Actor {
  const actor = actorOf(context);
  if (!actor) throw signInFirst();
  return actor;
}

/** An input that names a report and the revision that it was decided on. */
interface TargetInput {
  readonly id: { readonly id: string };
  readonly expectedRevision: number;
}

/** The lineage of a report's organization. FORBIDDEN when the viewer may not do it there, NOT_FOUND when the report is not the viewer's to know. */
export async function demandOnReport(
  { store, viewer }: Context,
  id: string,
  action: Action,
): Promise<readonly string[]> {
  demand(viewer, action);
  const found = await store.reports.seenBy('everything').find(id, ['organization', 'publishedRevision']);
  const lineage = found?.organization?.lineage;
  if (!lineage) throw new NianbaoError('NOT_FOUND', { id });
  if (can(viewer, action, lineage)) return lineage;
  const isKnown = typeof found.publishedRevision === 'number' || can(viewer, 'report.readWorking', lineage);
  throw isKnown ? forbidden(action, lineage) : new NianbaoError('NOT_FOUND', { id });
}

/** The report and revision of an input, when the viewer may do it there. */
export async function targetOf(
  context: Context,
  { id: { id }, expectedRevision }: TargetInput,
  action: Action,
): Promise<Target> {
  await demandOnReport(context, id, action);
  return { id, expectedRevision };
}

/** The organization that a new report is of, by name or id; made when nobody knows the name and the viewer may. */
export async function organizationToFill(
  context: Context,
  given: string,
  input: NewReportInput,
): Promise<Organization> {
  const { found, name } = await namedOrganization(context, given);
  if (!can(context.viewer, 'report.edit', found?.lineage ?? [])) throw forbiddenFor('report.edit', NOT_YOURS, { name });
  // Nothing is made for an input that can not be taken.
  newContent(name, input);
  return found ?? context.store.organizations.ensure(name);
}
