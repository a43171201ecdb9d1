import type { Change } from './change.ts';
import type { Decision } from './checks/decision.ts';
import type { Report } from './report.ts';

/**
 * A published or withdrawn state as readers see it: without those who made it, and of a withdrawn one only what it
 * was and why it is gone.
 */
export function publicEdition({ decisions, source, withdrawn, ...report }: Report): Report {
  const shown = { ...report, reviews: [], change: publicChange(report) };
  if (report.status === 'WITHDRAWN')
    return {
      ...shown,
      // What stands in the working edition by then nobody passed.
      title: withdrawn?.title ?? report.title,
      corrections: [],
      narratives: {},
      figures: {},
      raws: {},
      checks: { passed: true, violations: [] },
    };
  return { ...shown, ...(source && { source }), ...(decisions && { decisions: decisions.map(withoutActor) }) };
}

function withoutActor(decision: Decision): Decision {
  return { ...decision, actor: null };
}

function publicChange({ status, change: { action, note } }: Pick<Report, 'status' | 'change'>): Change {
  return { action, actor: null, note: status === 'WITHDRAWN' ? note : null };
}
