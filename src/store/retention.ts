/** How long a store keeps what can be made again, in days. */
export interface Retention {
  /** Since somebody saved or asked for a finished document. */
  readonly artifactDays: number;
  /** Since a render job ended. */
  readonly jobDays: number;
}

/** What the configuration says unless told. */
export const defaultRetention: Retention = { artifactDays: 30, jobDays: 7 };
