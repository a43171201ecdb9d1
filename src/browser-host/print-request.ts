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
  /** Counted from the moment a page is free for this print. */
  readonly deadlineMilliseconds?: number | undefined;
  /** The `{renderer}` of errors. */
  readonly renderer?: string | undefined;
}

/** Bounds of every print. */
export interface PrintLimits {
  readonly deadlineMilliseconds: number;
  readonly htmlBytes: number;
  readonly outputBytes: number;
}
