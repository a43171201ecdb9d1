import type { DueDates } from '#reports/checks/subject.ts';
import type { ReviewPolicy } from '#reports/review-policy.ts';

/** What an organization has settled for itself and for all below it that have not; null where it follows what is above. */
export interface OrganizationSettings {
  /** Id of the organization. */
  readonly organization: string;
  readonly review: ReviewPolicy | null;
  /** Month and day by which reports are published, for example `01-28`; a date that is null follows what is above. */
  readonly dueDates: LocalDueDates | null;
}

/** The dates that an organization has settled, for departments and for governments. */
export type LocalDueDates = { readonly [Kind in keyof DueDates]: DueDates[Kind] | null };

/** What organizations have settled. */
export interface OrganizationSettingsStore {
  /** In the order of the ids; null where nothing is settled. */
  findMany(ids: readonly string[]): Promise<readonly (OrganizationSettings | null)[]>;
  /** Settles what is given and leaves the rest as it is. */
  change(organization: string, given: Partial<Omit<OrganizationSettings, 'organization'>>): Promise<void>;
}
