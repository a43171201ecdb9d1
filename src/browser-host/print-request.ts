/** Size and margins of a printed page, as CSS lengths. The same shape as the plugin contract's. */
export interface PageLayout {
  readonly width: string;
  readonly height: string;
  readonly margin: { readonly top: string; readonly right: string; readonly bottom: string; readonly left: string };
  /** HTML of a page foot; elements of class `pageNumber` and `totalPages` are filled. Omit for none. */
  readonly footer?: string;
}

/** A page of HTML to print. Scripts do not run and nothing is fetched but the host's own fonts. */
export interface PrintRequest {
  readonly html: string;
  readonly layout: PageLayout;
}

/** How one print may end early, and whose name stands in its errors. */
export interface PrintOptions {
  readonly signal?: AbortSignal | undefined;
  /** Instead of the host's own. */
  readonly deadlines?: Partial<Deadlines> | undefined;
  /** The `{renderer}` of errors. */
  readonly renderer?: string | undefined;
}

/** Milliseconds that each phase of a print may take; errors say which one was over. */
export interface Deadlines {
  /** Waiting for its turn. */
  readonly queue: number;
  /** For a free page, which may mean to unpack and to start Chromium first. */
  readonly start: number;
  /** Until the document is laid out with its fonts. */
  readonly load: number;
  readonly print: number;
  /** All of it. */
  readonly total: number;
}

/** A phase of a print. */
export type Phase = keyof Deadlines;

/** Bounds of every print. */
export interface PrintLimits {
  /** Prints that may wait for their turn. */
  readonly waiting: number;
  readonly htmlBytes: number;
  /** Cells of tables: Chromium takes 13 GB for 180,000. */
  readonly cells: number;
  readonly images: number;
  readonly outputBytes: number;
  readonly outputPages: number;
}

/** Deadlines unless told. */
export const usualDeadlines: Deadlines = {
  queue: 30_000,
  start: 60_000,
  load: 20_000,
  print: 30_000,
  total: 100_000,
};

/** Limits unless told; as many may wait as are printed within a few seconds. */
export const usualLimits = (pages: number): PrintLimits => ({
  waiting: 32 * pages,
  htmlBytes: 4 * 2 ** 20,
  cells: 20_000,
  images: 200,
  outputBytes: 64 * 2 ** 20,
  outputPages: 500,
});
