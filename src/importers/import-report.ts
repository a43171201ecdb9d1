import { randomUUID } from 'node:crypto';
import { isDeepStrictEqual } from 'node:util';
import { hasCode, NianbaoError } from '#errors/nianbao-error.ts';
import { contentOf, createReport, imported, reimportReport } from '#reports/create-report.ts';
import type { Actor } from '#reports/change.ts';
import type { Report, ReportContent, ReportDraft, ReportStatus } from '#reports/report.ts';
import type { Store } from '#store/store.ts';

/** What is done when the body has another report for the year: REPORT_EXISTS, or a new revision of it. */
export type OnExisting = 'REFUSE' | 'UPDATE';

/** The stored report and what the import did to it. */
export interface ImportOutcome {
  readonly id: string;
  readonly revision: number;
  readonly outcome: 'CREATED' | 'UPDATED' | 'UNCHANGED';
}

/** How a draft is stored. */
export interface ImportSettings {
  /** Of a new report; a draft unless told. */
  readonly status?: ReportStatus | undefined;
  /** REFUSE unless told. */
  readonly onExisting?: OnExisting | undefined;
  /** Who imports; null, as when nothing is told, when nobody was signed in. */
  readonly actor?: Actor | null | undefined;
  /** Throws unless reports may be stored there; an empty lineage is a body that is not known yet. */
  readonly authorize?: ((lineage: readonly string[]) => void) | undefined;
}

/**
 * Stores what was read. The same report a second time stores nothing; where the body has another one for the year it
 * is REPORT_EXISTS, or updated when that was asked for.
 */
export async function importReport(
  store: Store,
  draft: ReportDraft,
  settings: ImportSettings = {},
): Promise<ImportOutcome> {
  const known = await store.organizations.findByName(draft.organization);
  settings.authorize?.(known?.lineage ?? []);
  const { id, name, lineage } = known ?? (await store.organizations.ensure(draft.organization));
  const organization = { id, name, lineage };
  return (await matchExisting(store, draft, id, settings)) ?? create(store, draft, organization, settings);
}

async function create(
  store: Store,
  draft: ReportDraft,
  organization: Report['organization'],
  settings: ImportSettings,
): Promise<ImportOutcome> {
  const { status = 'DRAFT', actor = null } = settings;
  const { source } = draft;
  const report = createReport(draft, {
    id: randomUUID(),
    organization,
    status,
    now: new Date(),
    source,
    change: imported(actor),
  });
  try {
    await store.reports.create(report);
    return { id: report.id, revision: report.revision, outcome: 'CREATED' };
  } catch (error) {
    // Somebody else stored a report of this body and year since we looked.
    const other = hasCode(error, 'REPORT_EXISTS') && (await matchExisting(store, draft, organization.id, settings));
    if (other) return other;
    throw error;
  }
}

/** What the report of that body and year makes of the draft; undefined when there is none. */
async function matchExisting(
  store: Store,
  draft: ReportDraft,
  organization: string,
  { onExisting = 'REFUSE', actor = null }: ImportSettings,
): Promise<ImportOutcome | undefined> {
  const stored = (await store.reports
    .seenBy('everything')
    .findByYear(organization, draft.year, 'all')) as Report | null;
  if (!stored) return undefined;
  const { id, revision } = stored;
  if (isDeepStrictEqual(plain(stored), plain(draft))) return { id, revision, outcome: 'UNCHANGED' };
  if (onExisting === 'REFUSE')
    throw new NianbaoError('REPORT_EXISTS', { organization: draft.organization, year: draft.year });
  const next = reimportReport(stored, draft, { actor, now: new Date() });
  await store.reports.replace(next, revision);
  return { id, revision: next.revision, outcome: 'UPDATED' };
}

/** Content without prototypes or undefined fields, whatever the store made of them. */
function plain(content: ReportContent): unknown {
  return JSON.parse(JSON.stringify(contentOf(content)));
}
