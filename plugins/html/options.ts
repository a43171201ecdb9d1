/** The renderer's options as the manifest's schema describes them, defaults filled in. */
export interface HtmlOptions {
  readonly purpose: 'screen' | 'print';
  readonly fragment: boolean;
  readonly idPrefix: string;
}
