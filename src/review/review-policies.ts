import { defaultPolicy, type ReviewPolicy } from '#reports/review-policy.ts';
import type { Store } from '#store/store.ts';

/** The policy of the nearest organization that has one of its own, from the last of the lineage upwards. */
export async function policyFor(
  { organizationSettings }: Pick<Store, 'organizationSettings'>,
  lineage: readonly string[],
): Promise<ReviewPolicy> {
  const settings = await organizationSettings.findMany(lineage);
  return settings.findLast((one) => one?.review)?.review ?? defaultPolicy;
}
