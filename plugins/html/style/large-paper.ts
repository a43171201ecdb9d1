import { landscapeFitStyle } from '../fit.ts';

/** Large print on paper that lies on its side: text of 20 pt, tables as large as their columns allow. */
export const largePaperStyle = `.nianbao { font-size: 20pt; line-height: 1.7; letter-spacing: 0; }
.nianbao .title { font-size: 28pt; line-height: 1.4; }
.nianbao :is(h2, h3, h4, h5, h6):not(.title) { font-size: 22pt; line-height: 1.7; }
.nianbao .note { font-size: 16pt; line-height: 1.5; }
.nianbao table, .nianbao caption { font-size: 18pt; line-height: 1.4; }
${landscapeFitStyle}
`;
