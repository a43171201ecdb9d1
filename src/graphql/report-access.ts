import { can, demand } from '#auth/can.ts';
import type { Action } from '#auth/permissions.ts';
import { NianbaoError } from '#errors/nianbao-error.ts';
import type { Actor } from '#reports/change.ts';
import { newContent, type NewReportInput } from '#review/new-content.ts';
import type { Target } from '#review/review-desk.ts';
import type { Organization } from '#store/organization-store.ts';
import type { Context } from './context.ts';

/** Who acts, for histories; null when nobody is signed in. */
export function actorOf({ viewer: { subject, name } }: Pick<Context, 'viewer'>): Actor | null {
  return subject === null ? null : { subject, name: name ?? subject };
}

/** Who reviews: somebody whom the one-person rule can tell from others. FORBIDDEN when nobody is signed in. */
export function signedInActor(context: Context): Actor {
  const actor = actorOf(context);
  if (!actor) throw new NianbaoError('FORBIDDEN');
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
  throw isKnown ? new NianbaoError('FORBIDDEN') : new NianbaoError('NOT_FOUND', { id });
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

/** The organization that a new report is of, by name or id; made when nobody knows it and the viewer may. */
export async function organizationToFill(
  { store, viewer }: Context,
  given: string,
  input: NewReportInput,
): Promise<Organization> {
  const [type, id = ''] = Buffer.from(given, 'base64').toString('utf8').split(':', 2);
  const { organizations } = store;
  const found = type === 'Organization' ? await organizations.find(id) : await organizations.findByName(given.trim());
  demand(viewer, 'report.edit', found?.lineage ?? []);
  // Nothing is made for an input that can not be taken.
  newContent(given, input);
  return found ?? organizations.ensure(given.trim());
}
