/** What time it is, for all processes of a store alike as nearly as can be. */
export type Clock = () => Date;

/** This machine's clock. */
export const localClock: Clock = () => new Date();
