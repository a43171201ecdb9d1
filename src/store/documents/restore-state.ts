import { isDeepStrictEqual } from 'node:util';
import type { Report } from '#reports/report.ts';
import type { Restored } from '../dump.ts';
import type { Collection } from './collection.ts';
import {
  revisionKey,
  toPastReport,
  toReport,
  toReportDocument,
  toRevisionDocument,
  type ReportDocument,
  type RevisionDocument,
} from './report-document.ts';
import type { Releases } from './releases.ts';
import type { ReportOrganizations } from './report-organizations.ts';

/** A state of a report, and whether it is the report's last. */
export interface PlacedState {
  readonly report: Report;
  readonly isLast: boolean;
}

/** What states are put into. */
export interface StateParts {
  readonly reports: Collection<ReportDocument>;
  readonly revisions: Collection<RevisionDocument>;
  readonly named: ReportOrganizations;
  readonly releases: Pick<Releases, 'show'>;
}

/** What became of a state. */
export type Outcome = Pick<Restored, 'outcome' | 'reason'>;

/** A state that was stored. */
export const stored: Outcome = { outcome: 'STORED' };

const present: Outcome = { outcome: 'PRESENT' };
const taken = conflict('the organization has another report for the year');

/** A state that something is in the way of. */
export function conflict(reason: string): Outcome {
  return { outcome: 'CONFLICT', reason };
}

/** Puts one state in its place, whatever is stored of its report. */
export function createStateRestorer({ reports, revisions, named, releases }: StateParts) {
  async function add({ report, isLast }: PlacedState): Promise<Outcome> {
    // A state that others follow waits among the past ones, where nobody sees it before them.
    if (!isLast) return addPast(report);
    if (!(await reports.insert(toReportDocument(report)))) return taken;
    await named.settle(report);
    await releases.show(report);
    return stored;
  }

  async function addPast(report: Report): Promise<Outcome> {
    if (await revisions.insert(toRevisionDocument(toReportDocument(report)))) return stored;
    const [past] = await revisions.find({ _id: revisionKey(report.id, report.revision) });
    return compare(past && toPastReport(past), report);
  }

  async function follow(current: ReportDocument, report: Report): Promise<Outcome> {
    const { revision } = current;
    if (report.revision !== revision + 1) return conflict(`the stored report is at revision ${revision}`);
    await revisions.insert(toRevisionDocument(current));
    const outcome = await reports.replace({ _id: report.id, revision }, toReportDocument(report));
    if (outcome === 'taken') return taken;
    if (outcome === 'missing') return conflict('the stored report was changed meanwhile');
    await named.settle(report);
    await releases.show(report);
    return stored;
  }

  /** A restore that broke off may have left it unseen by readers. */
  async function find(current: ReportDocument, report: Report): Promise<Outcome> {
    const outcome = compare(toReport(current), report);
    if (outcome === present) await releases.show(toReport(current));
    return outcome;
  }

  return async (state: PlacedState): Promise<Outcome> => {
    const { report } = state;
    const [current] = await reports.find({ _id: report.id });
    if (!current) return add(state);
    if (report.revision > current.revision) return follow(current, report);
    return report.revision === current.revision ? find(current, report) : addPast(report);
  };
}

function compare(there: Report | undefined, report: Report): Outcome {
  const isSame = there !== undefined && isDeepStrictEqual(contentOf(there), contentOf(report));
  return isSame ? present : conflict('the stored revision differs');
}

/** Without what a state says of its organization, which may have changed since. */
function contentOf(report: Report): unknown {
  return { ...report, organization: report.organization.id };
}
