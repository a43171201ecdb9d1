import type { PageLayout } from 'nianbao/plugin-api';

/** How a PDF is laid out. */
export interface Layout {
  readonly page: PageLayout;
  /** Style that comes after the page's own; empty where that is right as it is. */
  readonly style: string;
}

const a4 = { width: '210mm', height: '297mm' };

/** A4 with the text area of GB/T 9704-2012: 156 mm by 225 mm, 37 mm from the top and 28 mm from the binding edge. */
const official: Layout = {
  page: { ...a4, margin: { top: '37mm', right: '26mm', bottom: '35mm', left: '28mm' } },
  style: '',
};

/** For the desk: the same document on fewer sheets, in 小四 and tables in 小五. */
const compact: Layout = {
  page: { ...a4, margin: { top: '20mm', right: '20mm', bottom: '22mm', left: '20mm' } },
  style: `.nianbao { font-size: 12pt; line-height: 20pt; letter-spacing: 0; }
.nianbao h1 { margin-bottom: 12pt; font-size: 18pt; line-height: 26pt; }
.nianbao h2, .nianbao h3, .nianbao h4 { font-size: 12pt; line-height: 20pt; }
.nianbao table, .nianbao caption, .nianbao .note { font-size: 9pt; line-height: 12pt; }
.nianbao .stack table { --pad: 1.6pt 2.4pt; }
.nianbao .tables { margin: 4pt 0 8pt; }`,
};

/** The layouts by the names that the option has for them. */
export const layouts = { official, compact } as const;
