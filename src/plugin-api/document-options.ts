/**
 * How a document is made, before any renderer sees it. A renderer that names one of these in its manifest's
 * `documentOptions` offers it as an option of its own and is handed the document that the caller asked for.
 */
export interface DocumentOptions {
  /** Language of the form's labels; text stays as it was written, and its blocks say in which language that is. */
  readonly locale: 'zh-CN' | 'en';
  /** The document carries the findings of the checks. */
  readonly checks: boolean;
}
