import type { FigureTree } from '#reports/figures.ts';
import type { Rollup } from '#rollups/roll-up.ts';
import type { OrganizationStore } from '#store/organization-store.ts';
import type { RollupSource } from './subject-of-rollup.ts';

/** Reads what is printed of a roll-up of all cells besides its sums. */
export async function rollupSource(
  rollup: Rollup,
  organizations: Pick<OrganizationStore, 'find'>,
): Promise<RollupSource> {
  const { within, organization } = rollup.filter;
  const named = organization ?? within;
  const [body, bodies, count, filed, modified] = await Promise.all([
    named === undefined ? null : organizations.find(named),
    rollup.bodies(),
    rollup.organizations(),
    rollup.filed(['figures']),
    rollup.modified(),
  ]);
  const figures = filed ? ((filed.figures ?? {}) as FigureTree) : null;
  return { rollup, name: body?.name ?? null, bodies, organizations: count, filed: figures, modified };
}
