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
  /** Where organizations lie; those are missing of which neither they nor a report within them is stored. */
  lineagesOf(ids: readonly string[]): Promise<ReadonlyMap<string, readonly string[]>>;
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

  async function lineagesOf(ids: readonly string[]): Promise<ReadonlyMap<string, readonly string[]>> {
    if (ids.length === 0) return new Map();
    const found = await organizations.find({ _id: { $in: ids } }, { paths: ['lineage'] });
    const lineages = new Map(found.map(({ _id: id, lineage }) => [id, lineage]));
    for (const id of ids.filter((one) => !lineages.has(one))) {
      const lineage = await lineageFromReports(id);
      if (lineage) lineages.set(id, lineage);
    }
    return lineages;
  }

  async function lineageFromReports(id: string): Promise<readonly string[] | undefined> {
    const reading = { limit: 1, paths: ['organization.lineage'], index: fewIndexes.branch };
    const [within] = await reports.find({ 'organization.lineage': id }, reading);
    return within?.organization.lineage.slice(0, within.organization.lineage.indexOf(id) + 1);
  }

  return { renewed, settle, lineagesOf, retell };
}

function namedBy({ _id: id, name, lineage }: OrganizationDocument): Named {
  return { id, name, lineage };
}
