import { randomUUID } from 'node:crypto';
import { isDeepStrictEqual } from 'node:util';
import { hasCode, NianbaoError } from '#errors/nianbao-error.ts';
import { contentOf, createReport } from '#reports/create-report.ts';
import type { Report, ReportContent, ReportDraft, ReportStatus } from '#reports/report.ts';
import type { Store } from '#store/store.ts';

/** The stored report, and whether this call made it. */
export interface ImportOutcome {
  readonly id: string;
  readonly created: boolean;
}

/**
 * Stores what was read. The same report a second time stores nothing; REPORT_EXISTS when the body has another one
 * for the year.
 */
export async function importReport(
  store: Store,
  draft: ReportDraft,
  status: ReportStatus = 'DRAFT',
): Promise<ImportOutcome> {
  const { id: organizationId, name, lineage } = await store.organizations.ensure(draft.organization);
  const existing = await existingCopy(store, organizationId, draft);
  if (existing !== undefined) return { id: existing, created: false };
  const id = randomUUID();
  const organization = { id: organizationId, name, lineage };
  try {
    await store.reports.create(
      createReport(draft, { id, organization, status, now: new Date(), source: draft.source }),
    );
  } catch (error) {
    // Somebody else stored a report of this body and year since we looked.
    if (!hasCode(error, 'REPORT_EXISTS')) throw error;
    const other = await existingCopy(store, organizationId, draft);
    if (other !== undefined) return { id: other, created: false };
    throw error;
  }
  return { id, created: true };
}

async function existingCopy(store: Store, organization: string, draft: ReportDraft): Promise<string | undefined> {
  const stored = await store.reports.findByYear(organization, draft.year, 'all');
  if (!stored) return undefined;
  if (isDeepStrictEqual(plain(stored as Report), plain(draft))) return stored.id;
  throw new NianbaoError('REPORT_EXISTS', { organization: draft.organization, year: draft.year });
}

/** Content without prototypes or undefined fields, whatever the store made of them. */
function plain(content: ReportContent): unknown {
  return JSON.parse(JSON.stringify(contentOf(content)));
}
