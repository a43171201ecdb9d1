import { isDeepStrictEqual } from 'node:util';
import { publicEdition } from '#reports/public-edition.ts';
import type { Report } from '#reports/report.ts';
import type { Restored } from '../dump.ts';
import type { Organization } from '../organization-store.ts';
import type { OrganizationDocument } from './organization-document.ts';
import type { Collection } from './collection.ts';
import { revisionKey, toReportDocument, toRevisionDocument, type ReportDocument } from './report-document.ts';
import type { ReportOrganizations } from './report-organizations.ts';
import type { OrganizationRestorer } from './restore-organizations.ts';
import {
  conflict,
  createStateRestorer,
  stored,
  type Outcome,
  type PlacedState,
  type StateParts,
} from './restore-state.ts';

/** Puts states of reports of one dump into a database. */
export interface ReportRestorer {
  restore(states: readonly PlacedState[]): Promise<readonly Restored[]>;
}

/** What states are put into, and where their organizations are. */
export interface ReportRestoreParts extends StateParts {
  readonly published: Collection<ReportDocument>;
  readonly namedForReaders: ReportOrganizations;
  readonly organizations: OrganizationRestorer;
}

/** A restorer of reports: many at a time where there is none of the id, else one by one. */
export function createReportRestorer(parts: ReportRestoreParts): ReportRestorer {
  const { reports, published, revisions } = parts;
  const restoreState = createStateRestorer(parts);
  // States of a report follow each other, also over batches.
  let refused: string | undefined;

  /** Adds all states that nothing is in the way of; those that it added. */
  async function addMany(states: readonly PlacedState[]): Promise<ReadonlySet<PlacedState>> {
    const [last, past] = [states.filter(({ isLast }) => isLast), states.filter(({ isLast }) => !isLast)];
    const takenPast = await revisions.insertMany(
      past.map(({ report }) => toRevisionDocument(toReportDocument(report))),
    );
    const takenLast = await reports.insertMany(last.map(({ report }) => toReportDocument(report)));
    const addedPast = past.filter(({ report: { id, revision } }) => !takenPast.has(revisionKey(id, revision)));
    const addedLast = last.filter(({ report }) => !takenLast.has(report.id));
    await showMany(addedLast.map(({ report }) => report));
    return new Set([...addedPast, ...addedLast]);
  }

  /** Readers see most reports as they were last. */
  async function showMany(added: readonly Report[]): Promise<void> {
    await published.insertMany(added.filter(isReleased).map((report) => toReportDocument(publicEdition(report))));
    for (const report of added.filter((one) => !isReleased(one))) await parts.releases.show(report);
  }

  async function restoreOne(state: PlacedState, isHomeless: boolean): Promise<Outcome> {
    if (state.report.id === refused) return conflict('an earlier revision is in conflict');
    const outcome = isHomeless
      ? conflict('another organization has its organization’s name')
      : await restoreState(state);
    if (outcome.outcome === 'CONFLICT') refused = state.report.id;
    return outcome;
  }

  /** Organizations may have been changed while their reports were added. */
  async function settle(states: readonly PlacedState[]): Promise<void> {
    const there = await parts.organizations.known(states.map(({ report }) => report.organization.id));
    for (const { report } of states) {
      const home = there.get(report.organization.id);
      if (!home || isDeepStrictEqual(placeIn(home, report), report)) continue;
      await parts.named.settle(report);
      await parts.namedForReaders.settle(publicEdition(report));
    }
  }

  return {
    restore: async (given) => {
      if (given.length === 0) return [];
      const [homes, known] = await Promise.all([findHomes(parts.organizations, given), knownReports(parts, given)]);
      const states = given.map(({ report, isLast }) => ({ report: isLast ? homes.renew(report) : report, isLast }));
      const isFresh = ({ report: { id, organization } }: PlacedState) =>
        id !== refused && !known.has(id) && !homes.homeless.has(organization.id);
      const added = await addMany(states.filter(isFresh));
      const restored: Restored[] = [];
      for (const state of states) {
        const { id, revision, organization } = state.report;
        const outcome = added.has(state) ? stored : await restoreOne(state, homes.homeless.has(organization.id));
        restored.push({ kind: 'revision', id, revision, ...outcome });
      }
      await settle([...added].filter(({ isLast }) => isLast));
      return restored;
    },
  };
}

/** Whether readers see that very state. */
function isReleased({ revision, publishedRevision }: Report): boolean {
  return revision === publishedRevision;
}

async function knownReports({ reports }: StateParts, states: readonly PlacedState[]): Promise<ReadonlySet<string>> {
  const ids = [...new Set(states.map(({ report }) => report.id))];
  const found = await reports.find({ _id: { $in: ids } }, { paths: ['_id'] });
  return new Set(found.map(({ _id: id }) => id));
}

/** Where the reports belong: an organization that only its reports know is made from what they say. */
async function findHomes(organizations: OrganizationRestorer, states: readonly PlacedState[]) {
  const named = new Map(states.map(({ report: { organization } }) => [organization.id, organization]));
  const there = await organizations.known([...named.keys()]);
  const absent = [...named.values()].filter(({ id }) => !there.has(id)).map(organizationOf);
  const made = await organizations.restore(absent);
  const homeless = new Set(made.filter(({ outcome }) => outcome === 'CONFLICT').map(({ id }) => id));
  const renew = (report: Report): Report => {
    const home = there.get(report.organization.id);
    return home ? placeIn(home, report) : report;
  };
  return { homeless, renew };
}

function placeIn({ _id: id, name, lineage }: OrganizationDocument, report: Report): Report {
  return { ...report, organization: { id, name, lineage } };
}

function organizationOf({ id, name, lineage }: Report['organization']): Organization {
  return { id, name, parent: lineage.at(-2) ?? null, lineage };
}
