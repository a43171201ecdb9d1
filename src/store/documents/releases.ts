import { publicEdition } from '#reports/public-edition.ts';
import type { Report } from '#reports/report.ts';
import type { Collection } from './collection.ts';
import {
  revisionKey,
  toPastReport,
  toReport,
  toReportDocument,
  type ReportDocument,
  type RevisionDocument,
} from './report-document.ts';
import type { ReportOrganizations } from './report-organizations.ts';

/** Keeps the edition that readers see in step with what reports say of it. */
export interface Releases {
  /** Shows readers the state of a working document, if it is theirs and they may not see it yet. */
  release(document: ReportDocument): Promise<void>;
  /** Shows readers the state that a report says they see; harmless when they do. */
  show(report: Report): Promise<void>;
  /** Ends releases that broke off, whoever began them. */
  finish(): Promise<void>;
}

/** Where the editions are, and what keeps the organizations of the published ones right. */
export interface ReleaseParts {
  readonly reports: Collection<ReportDocument>;
  readonly published: Collection<ReportDocument>;
  readonly revisions: Collection<RevisionDocument>;
  readonly organizations: Pick<ReportOrganizations, 'renewed' | 'settle'>;
}

/** The index of the releases that are not at their end. */
export const releasingIndex = 'releasing';

/**
 * In step over two collections without a transaction: the working edition is written with a mark, which goes when
 * readers see the state, so that a release that broke off is seen, and doing it again does no harm.
 */
export function createReleases({ reports, published, revisions, organizations }: ReleaseParts): Releases {
  async function replaceOlder(next: ReportDocument): Promise<boolean> {
    const { _id, revision } = next;
    return (await published.replace({ _id, revision: { $lt: revision } }, next)) === 'replaced';
  }

  /** A later state stays. */
  async function put(next: ReportDocument): Promise<void> {
    if (await replaceOlder(next)) return;
    // Somebody may have put an older state there since.
    if (!(await published.insert(next))) await replaceOlder(next);
  }

  async function stateOf(report: Report): Promise<Report | undefined> {
    const { id, revision, publishedRevision } = report;
    if (publishedRevision === null || publishedRevision === revision) return report;
    const [past] = await revisions.find({ _id: revisionKey(id, publishedRevision) });
    return past && toPastReport(past);
  }

  async function show(report: Report): Promise<void> {
    if (report.publishedRevision === null) return;
    const state = await stateOf(report);
    if (!state) return;
    const shown = await organizations.renewed(publicEdition(state));
    await put(toReportDocument(shown));
    await organizations.settle(shown);
  }

  async function release(document: ReportDocument): Promise<void> {
    if (document.releasing !== true) return;
    await show(toReport(document));
    const { _id, revision } = document;
    await reports.change({ _id, revision }, { $unset: { releasing: true } });
  }

  async function finish(): Promise<void> {
    for (;;) {
      const some = await reports.find({ releasing: true }, { limit: 50, index: releasingIndex });
      for (const one of some) await release(one);
      if (some.length === 0) return;
    }
  }

  return { release, show, finish };
}
