import type { HtmlOptions } from '../options.ts';
import { paperStyle } from './paper.ts';
import { screenStyle } from './screen.ts';
import { sharedStyle } from './shared.ts';
import { sharedTableStyle } from './tables.ts';

// Printed by a reader's own browser, the page needs margins; the PDF renderer brings its own.
const ownPage = '@page { size: A4; margin: 37mm 26mm 35mm 28mm; }\n';

/** The style sheet for a purpose. Every rule is bound to the article's class, so that a fragment styles only itself. */
export function styleFor({ purpose, fragment }: HtmlOptions): string {
  const shared = `${sharedStyle}${sharedTableStyle}`;
  if (purpose === 'print') return `${shared}${paperStyle}`;
  const page = fragment ? '' : ownPage;
  return `${page}${shared}@media screen {\n${screenStyle}}\n@media print {\n${paperStyle}}\n`;
}
