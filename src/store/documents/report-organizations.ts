import { isDeepStrictEqual } from 'node:util';
import type { Report } from '#reports/report.ts';
import type { Collection } from './collection.ts';
import type { OrganizationDocument } from './organization-document.ts';
import { toReport, toReportDocument, type ReportDocument } from './report-document.ts';
import { fewIndexes } from './report-scopes.ts';

type Named = Report['organization'];

/** Keeps what reports say of their organization in step with the organization. */
export interface ReportOrganizations {
  /** The report with its organization as it is now; as it was given when the organization is not stored. */
  renewed(report: Report): Promise<Report>;
  /** Corrects a report that was just written, in case its organization was changed meanwhile. */
  settle(written: Report): Promise<void>;
  /** How far below the top an organization lies; undefined when neither it nor a report within it is stored. */
  depthOf(id: string): Promise<number | undefined>;
  /** Tells all reports of an organization what it is now. */
  retell(organization: OrganizationDocument): Promise<void>;
}

/** In step over two collections without a transaction: whoever writes second, the report or the organization, sees the other. */
export function createReportOrganizations(
  reports: Collection<ReportDocument>,
  organizations: Collection<OrganizationDocument>,
): ReportOrganizations {
  async function renewed(report: Report): Promise<Report> {
    const [found] = await organizations.find({ _id: report.organization.id }, { paths: ['name', 'lineage'] });
    return found ? { ...report, organization: namedBy(found) } : report;
  }

  /** Changes that state of the report only: a later state was written with the later organization. */
  async function tell(report: Report): Promise<void> {
    const { _id, organization, places, keys } = toReportDocument(report);
    const { name, lineage } = organization;
    const $set = { 'organization.name': name, 'organization.lineage': lineage, places, keys };
    await reports.change({ _id, revision: report.revision }, { $set });
  }

  async function settle(written: Report): Promise<void> {
    const now = await renewed(written);
    if (isDeepStrictEqual(now.organization, written.organization)) return;
    await tell(now);
    await settle(now);
  }

  async function retell(organization: OrganizationDocument): Promise<void> {
    const named = namedBy(organization);
    for (const document of await reports.find({ 'organization.id': named.id })) {
      await tell({ ...toReport(document), organization: named });
    }
  }

  async function depthOf(id: string): Promise<number | undefined> {
    const [found] = await organizations.find({ _id: id }, { paths: ['lineage'] });
    if (found) return found.lineage.length - 1;
    const reading = { limit: 1, paths: ['organization.lineage'], index: fewIndexes.branch };
    const [within] = await reports.find({ 'organization.lineage': id }, reading);
    return within?.organization.lineage.indexOf(id);
  }

  return { renewed, settle, depthOf, retell };
}

function namedBy({ _id: id, name, lineage }: OrganizationDocument): Named {
  return { id, name, lineage };
}
