import type { ReviewPolicy } from '#reports/review-policy.ts';

/** What an organization has settled for itself and for all below it that have not; null where it follows what is above. */
export interface OrganizationSettings {
  /** Id of the organization. */
  readonly organization: string;
  readonly review: ReviewPolicy | null;
  /** The last day of the year after the reported one to publish by. */
  readonly deadline: DayOfYear | null;
}

/** A day of any year. */
export interface DayOfYear {
  /** 1 to 12. */
  readonly month: number;
  /** 1 to 31. */
  readonly day: number;
}

/** What organizations have settled. */
export interface OrganizationSettingsStore {
  /** In the order of the ids; null where nothing is settled. */
  findMany(ids: readonly string[]): Promise<readonly (OrganizationSettings | null)[]>;
  /** Settles what is given and leaves the rest as it is. */
  change(organization: string, given: Partial<Omit<OrganizationSettings, 'organization'>>): Promise<void>;
}
