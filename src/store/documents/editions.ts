import type { Audience } from '../report-store.ts';
import { outsideCondition, type Branch } from './report-scopes.ts';
import type { Condition } from './condition.ts';

/** The last states of all reports, or the states of them that readers see. */
export type Edition = 'working' | 'published';

/** A part of what an audience sees: of one edition the reports inside a branch of the tree and outside others. */
export interface EditionPart {
  readonly edition: Edition;
  readonly inside: Branch | undefined;
  readonly outside: Condition;
  /** The organization that was asked for, which `inside` may lie below. */
  readonly within: Branch | undefined;
}

type Lineages = ReadonlyMap<string, readonly string[]>;

/**
 * The parts of what an audience sees within an organization, or of all. No report is in two of them, so that a list is
 * those of its parts put together, each a range of an index.
 */
export function partsOf(audience: Audience, within: string | undefined, lineages: Lineages): readonly EditionPart[] {
  const inside = within === undefined ? undefined : branchOf(within, lineages);
  const whole = { inside, outside: {}, within: inside };
  if (audience === 'everything') return [{ edition: 'working', ...whole }];
  if (audience === 'published') return [{ edition: 'published', ...whole }];
  const above = inside ? lineageOf(inside.id, lineages) : [];
  const tops = topmost(audience.workingWithin, lineages);
  // All of the list is the staff's own.
  if (inside && tops.some(({ id }) => above.includes(id))) return [{ edition: 'working', ...whole }];
  const own = tops.filter(({ id }) => !inside || lineageOf(id, lineages).includes(inside.id));
  return [
    ...own.map((top) => ({ edition: 'working', ...whole, inside: top }) as const),
    { edition: 'published', ...whole, outside: outsideCondition(own) },
  ];
}

/** Without those that lie below others, and those that nobody knows. */
function topmost(ids: readonly string[], lineages: Lineages): Branch[] {
  const known = [...new Set(ids)].filter((id) => lineages.has(id));
  const isBelow = (id: string) => lineageOf(id, lineages).some((above) => above !== id && known.includes(above));
  return known.filter((id) => !isBelow(id)).map((id) => branchOf(id, lineages));
}

function branchOf(id: string, lineages: Lineages): Branch {
  const lineage = lineages.get(id);
  return { id, depth: lineage && lineage.length - 1 };
}

function lineageOf(id: string, lineages: Lineages): readonly string[] {
  return lineages.get(id) ?? [id];
}
