import type { Audience } from '#store/report-store.ts';
import { reachOf } from './can.ts';
import type { Principal } from './principal.ts';

/** With whose eyes the store shows reports to the principal: a condition of every reading. */
export function audienceOf(principal: Principal): Audience {
  const reach = reachOf(principal, 'report.readWorking');
  if (reach === 'everywhere') return 'everything';
  return reach.length === 0 ? 'published' : { workingWithin: reach };
}
