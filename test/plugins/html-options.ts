import type { HtmlOptions } from '../../plugins/html/options.ts';

/** The defaults of the `html` renderer's options. */
export const htmlDefaults: HtmlOptions = {
  purpose: 'screen',
  fragment: false,
  idPrefix: '',
  headingLevel: 1,
  theme: 'auto',
  contrast: 'normal',
  size: 'normal',
};
