import type { ReportValues } from '#plugin-api/values.ts';
import { entriesOf, readPath, treeOf, type RawTree } from '#reports/figures.ts';
import type { Report } from '#reports/report.ts';
import type { ShownState } from '#store/artifact-store.ts';
import { printableReport, type PrintableSource } from './printable-report.ts';
import { printableTombstone } from './printable-tombstone.ts';
import type { SubjectMaker } from './renderer-catalogue.ts';

/** What stands in place of a figure; what the source wrote of a figure that is there says nothing more. */
function marksOf({ figures, raws }: PrintableSource): RawTree {
  const marks = [...entriesOf(raws)].filter(([path, raw]) => raw.trim() !== '' && readPath(figures, path) === null);
  return treeOf(marks.map(([path, raw]) => [path, raw.trim()]));
}

/** A report's data as plain JSON; the figures keep the paths of the form. */
function reportValues(report: PrintableSource): ReportValues {
  const { title, organization, year, form, narratives, figures, updatedAt } = report;
  return {
    title,
    organization: organization.name,
    year,
    form,
    modified: updatedAt.toISOString(),
    narratives,
    figures,
    marks: marksOf(report),
  };
}

/** The state of a report that its rendering shows. */
export function shownBy({ id, revision }: Pick<Report, 'id' | 'revision'>): ShownState {
  return { report: id, revision };
}

/** Readers see of a withdrawn report that it was there; whoever works on it sees what it says. */
function isTombstone(report: PrintableSource | Report): report is Report {
  return 'status' in report && report.status === 'WITHDRAWN' && Object.keys(report.figures).length === 0;
}

/** A report as renderers take it. */
export function subjectOfReport(report: PrintableSource | Report): SubjectMaker {
  return (options) => ({
    document: isTombstone(report)
      ? printableTombstone(report, options.locale ?? 'zh-CN')
      : printableReport(report, options),
    values: reportValues(report),
  });
}
