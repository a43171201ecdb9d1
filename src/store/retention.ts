/** How long a store keeps what can be made again, in days. */
export interface Retention {
  /** Since somebody saved or asked for a finished document. */
  readonly artifactDays: number;
  /** Since a render job ended. */
  readonly jobDays: number;
}

/** For whoever opens a store without saying. */
export const defaultRetention: Retention = { artifactDays: 30, jobDays: 7 };
