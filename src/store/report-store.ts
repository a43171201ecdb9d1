import type { FigureKind } from '#forms/form-definition.ts';
import type { Change } from '#reports/change.ts';
import type { Report, ReportStatus } from '#reports/report.ts';
import type { Page, Slice } from './page.ts';

/**
 * Which stored fields are read: paths such as `title` or `figures.applications.received`. `id` always comes along.
 * Nothing else is read from the database.
 */
export type Fields = readonly string[] | 'all';

type DeepPartial<Value> = Value extends readonly unknown[] | Date
  ? Value
  : Value extends object
    ? { readonly [Key in keyof Value]?: DeepPartial<Value[Key]> | undefined }
    : Value;

/** A report of which only the asked fields are there. */
export type ReportPart = DeepPartial<Omit<Report, 'id'>> & { readonly id: string };

/** Conditions that a report must meet, all of them. */
export interface ReportFilter {
  readonly organization?: string | undefined;
  /** Id of an organization: it and everything below it. */
  readonly within?: string | undefined;
  /** How much of `within`: the whole branch unless told, what lies below without it, or what lies directly below. */
  readonly reach?: 'branch' | 'below' | 'children' | undefined;
  readonly year?: number | undefined;
  /** First and last year, both included. */
  readonly years?: { readonly from?: number | undefined; readonly to?: number | undefined } | undefined;
  readonly status?: readonly ReportStatus[] | undefined;
  readonly form?: string | undefined;
  /** Words, separated by spaces, each of which stands in title, organization or narratives; case does not matter. */
  readonly search?: string | undefined;
  readonly passed?: boolean | undefined;
}

/** `RECEIVED_TOTAL` is `applications.received.total`; reports without it come first in ascending order. Ties go by id. */
export type ReportOrderField = 'YEAR' | 'ORGANIZATION' | 'UPDATED_AT' | 'RECEIVED_TOTAL';

export interface ReportOrder {
  readonly field: ReportOrderField;
  readonly direction: 'ASC' | 'DESC';
}

/** A figure of the form that is added up; the path is the cell's, for example `applications.received.total`. */
export interface SummedFigure {
  readonly path: string;
  readonly kind: FigureKind;
}

/** What the reports of one form and one year make together. */
export interface ReportSums {
  readonly form: string;
  readonly year: number;
  readonly reports: number;
  /** By path: the exact sum as digits, and how many reports have a figure there. Nothing is zero that nobody filled in. */
  readonly sums: ReadonlyMap<string, { readonly sum: string; readonly reports: number }>;
}

/** An organization and the years of which it has reports. */
export interface Filer {
  readonly organization: string;
  readonly years: readonly number[];
}

/**
 * Whose eyes a report is seen with: those of readers, who see what was published; of the staff of some organizations,
 * who see the working edition of the reports of these and of all below them, and elsewhere what readers see; or of who
 * sees the working edition of everything.
 */
export type Audience = 'published' | 'everything' | { readonly workingWithin: readonly string[] };

/** A state of a report: when and how it came to be. */
export interface HistoryState {
  readonly revision: number;
  readonly at: Date;
  readonly change: Change;
}

/** The states of a report that somebody may know of; `isWorking` when that is all of them. */
export interface ReportHistory {
  readonly isWorking: boolean;
  readonly states: readonly HistoryState[];
}

/**
 * Reports as an audience sees them. Of what it does not see nothing shows: not in a filter, a search, an order, a count
 * or a cursor. Readers see of a withdrawn report that and why it is gone, and none of its content.
 */
export interface ReportReader {
  find(id: string, fields: Fields): Promise<ReportPart | null>;
  /** In the order of the ids; null where there is none. */
  findMany(ids: readonly string[], fields: Fields): Promise<readonly (ReportPart | null)[]>;
  findByYear(organization: string, year: number, fields: Fields): Promise<ReportPart | null>;
  /** CURSOR_INVALID when a cursor comes from another order. */
  list(filter: ReportFilter, order: ReportOrder, slice: Slice, fields: Fields): Promise<Page<ReportPart>>;
  count(filter: ReportFilter): Promise<number>;
  /** What happened to a report, oldest first: all of it where its working edition is seen, else what was published. */
  history(id: string): Promise<ReportHistory>;
  /** Adds the figures up in the database, form by form and year by year. */
  sum(filter: ReportFilter, figures: readonly SummedFigure[]): Promise<readonly ReportSums[]>;
  /** Whose reports meet the filter. */
  filers(filter: ReportFilter): Promise<readonly Filer[]>;
}

/**
 * Reports and their revisions. One report for each organization and year. Of a report there is a working edition, which
 * is its last state, and, once it was published, the edition that readers see: the state that `publishedRevision` names.
 * What a report says of a stored organization is what that is called and where it lies now, whatever was handed in; a
 * past state says what it was.
 */
export interface ReportStore {
  /** Stores a new report and its first revision. REPORT_EXISTS when the organization has one for the year. */
  create(report: Report): Promise<void>;
  /**
   * Stores the next state of a report as a new revision, atomically. `report.revision` is `expectedRevision + 1`.
   * Readers see it when it resolves, if it says so in `publishedRevision`; when it breaks off before, the next change
   * of the report or the upkeep of a store goes on.
   * CONFLICT when the stored revision is another one, NOT_FOUND when there is no such report.
   */
  replace(report: Report, expectedRevision: number): Promise<void>;
  /** What an audience sees; there is no reading without one. */
  seenBy(audience: Audience): ReportReader;
  /** A state that the report once had, for those who see its working edition; revisions never change. */
  findRevision(id: string, revision: number): Promise<Report | null>;
}
