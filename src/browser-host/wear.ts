/** When what serves prints is replaced by something fresh: the memory of tabs, and of browsers, grows with their prints. */
export interface WearLimits {
  readonly printsPerPage: number;
  readonly printsPerBrowser: number;
  /** Memory of all processes of a browser, shared pages counted by part (PSS). */
  readonly browserBytes: number;
  /** How often a browser is asked whether it still answers, in milliseconds. */
  readonly probeEvery: number;
}

/** Limits unless told. A page of ours takes about 100 MB, fresh or after 50 prints. */
export const usualWear: WearLimits = {
  printsPerPage: 50,
  printsPerBrowser: 1000,
  browserBytes: 1.5 * 2 ** 30,
  probeEvery: 60_000,
};
