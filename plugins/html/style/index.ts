import type { HtmlOptions } from '../options.ts';
import { colourStyle } from './colours.ts';
import { findingsStyle } from './findings.ts';
import { largePaperStyle } from './large-paper.ts';
import { paperStyle } from './paper.ts';
import { largeStyle, screenStyle } from './screen.ts';
import { sharedStyle } from './shared.ts';
import { sharedTableStyle } from './tables.ts';

// Printed by a reader's own browser, the page needs margins; the PDF renderer brings its own. Large print lies on its
// side, so that the tables grow with it.
const ownPage = '@page { size: A4; margin: 37mm 26mm 35mm 28mm; }\n';
const largePage = '@page { size: A4 landscape; margin: 15mm; }\n';

// A title that is no h1, since it stands below the heading of another page, has the look of one.
const titleOnPaper = '.nianbao .title { text-indent: 0; text-align: center; font: bold 22pt/36pt var(--song); }\n';

/** The style sheet for a purpose. Every rule is bound to the article's class, so that a fragment styles only itself. */
export function styleFor(options: HtmlOptions): string {
  const { purpose, fragment, size } = options;
  const large = size === 'large';
  const shared = `${sharedStyle}${sharedTableStyle}${findingsStyle}`;
  const paper = `${paperStyle}${titleOnPaper}${large ? largePaperStyle : ''}`;
  if (purpose === 'print') return `${shared}${paper}`;
  const page = fragment ? '' : large ? largePage : ownPage;
  const screen = `${screenStyle}${large ? largeStyle : ''}${colourStyle(options)}`;
  return `${page}${shared}@media screen {\n${screen}}\n@media print {\n${paper}}\n`;
}
