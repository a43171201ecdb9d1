import { publicEdition } from '#reports/public-edition.ts';
import { toArtifactOfUse, type ArtifactDocument } from './artifact-document.ts';
import type { Collection } from './collection.ts';
import type { Collections } from './collections.ts';
import type { Condition } from './condition.ts';
import { toOrganization, toOrganizationDocument, type OrganizationDocument } from './organization-document.ts';
import { toReport, toReportDocument, toReportOfAnyVersion, type ReportDocument } from './report-document.ts';
import { schemas } from './schema.ts';

/** How documents of one collection get from the versions before to the one of now. */
export interface Migration<Row> {
  readonly collection: Collection<Row>;
  readonly name: string;
  readonly schema: number;
  /** The document in the version of now; the same again when it is that already. */
  readonly renew: (row: Row) => Row;
  /** What must be so before the document is of the version of now; doing it again does no harm. */
  readonly before?: (renewed: Row) => Promise<void>;
  /** What is only so while nobody changed the document. */
  readonly unchanged: (row: Row) => Condition;
}

/** A document of which the version may be an older one. */
export interface Versioned {
  readonly _id: string;
  readonly schema?: number;
}

type Migrations = [
  Migration<OrganizationDocument>,
  Migration<ReportDocument>,
  Migration<ReportDocument>,
  Migration<ArtifactDocument>,
];

/** What has not been spread yet is still to be spread. */
function renewOrganization(document: OrganizationDocument): OrganizationDocument {
  const { spreading } = document;
  return { ...toOrganizationDocument(toOrganization(document)), ...(spreading !== undefined && { spreading }) };
}

function renewReport(document: ReportDocument): ReportDocument {
  const { releasing } = document;
  return { ...toReportDocument(toReportOfAnyVersion(document)), ...(releasing && { releasing }) };
}

/** What to do with the documents of older versions, collection by collection. */
export function migrationsOf({ reports, publishedReports, organizations, artifacts }: Collections): Migrations {
  return [
    {
      collection: organizations,
      name: 'organizations',
      schema: schemas.organizations,
      // 2: search tokens, which follow from the name.
      renew: renewOrganization,
      unchanged: ({ name, parent }) => ({ name, parent }),
    },
    {
      collection: reports,
      name: 'reports',
      schema: schemas.reports,
      // 2: places and search tokens, which follow from the report. 3: the edition that readers see, who did what.
      renew: renewReport,
      before: async (report) => {
        if (report.publishedRevision === null) return;
        await publishedReports.put(toReportDocument(publicEdition(toReport(report))));
      },
      unchanged: ({ revision }) => ({ revision }),
    },
    {
      collection: publishedReports,
      name: 'publishedReports',
      schema: schemas.reports,
      renew: renewReport,
      unchanged: ({ revision }) => ({ revision }),
    },
    {
      collection: artifacts,
      name: 'artifacts',
      schema: schemas.artifacts,
      // 2: when it was last asked for.
      renew: toArtifactOfUse,
      unchanged: ({ savedAt }) => ({ savedAt }),
    },
  ];
}
