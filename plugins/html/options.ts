/** The renderer's options as the manifest's schema describes them, defaults filled in. */
export interface HtmlOptions {
  readonly purpose: 'screen' | 'print';
  readonly fragment: boolean;
  readonly idPrefix: string;
  /** Level of the title's heading. */
  readonly headingLevel: 1 | 2 | 3;
  readonly theme: 'auto' | 'light' | 'dark';
  readonly contrast: 'normal' | 'high';
  readonly size: 'normal' | 'large';
}
