import { fitStyle } from '../fit.ts';

// Words are wider than columns of figures: over these, heads are written upwards. In 8 pt the table of requests stays on
// one page, as it does in Chinese.
const englishStyle = `.nianbao:lang(en) { letter-spacing: 0; }
.nianbao:lang(en) [lang|="zh"] { letter-spacing: -0.215pt; }
.nianbao:lang(en) table.wide thead th[scope="col"]:not(.corner) { writing-mode: sideways-lr; text-align: left; }
.nianbao:lang(en) table.wide:not(.heads-2) col.row-group { width: 5.6em; }
.nianbao:lang(en) table.wide.heads-3:is(.size-9, .size-8-5) { --pad: 1.4pt 2.2pt; font-size: 8pt; line-height: 10pt; }
`;

/**
 * Paper: sizes, faces and pitch of GB/T 9704-2012: 22 lines of 28 characters fill 156 mm by 225 mm. The families
 * whose names begin with Nianbao come from the gateway's browser host; elsewhere the system's own stand in. Wide tables
 * collapse their borders: over several pages, the table's own edge would run down to where each page ends.
 */
export const paperStyle = `.nianbao { --line: #000; --head: transparent; --band: transparent; --quiet: #444; --hair: 0.6pt;
  --pad: 2.2pt 2.4pt; --song: "Nianbao Song", "FangSong", "STFangsong", "SimSun", "Songti SC", "Noto Serif CJK SC", serif;
  --hei: "Nianbao Hei", "SimHei", "Heiti SC", "Noto Sans CJK SC", sans-serif;
  --kai: "Nianbao Kai", "KaiTi", "STKaiti", "Kaiti SC", serif;
  color: #000; background: #fff; font: 16pt/28.95pt var(--song);
  letter-spacing: -0.215pt; }
.nianbao h1 { margin: 0 0 28.95pt; font: bold 22pt/36pt var(--song); letter-spacing: 0; }
.nianbao h2, .nianbao h3, .nianbao h4 { text-indent: 2em; font: 16pt/28.95pt var(--song); }
.nianbao :is(h2, h3, h4) { break-inside: avoid; }
.nianbao .run-in > * { line-height: 1; }
.nianbao .level-2 { font-family: var(--hei); }
.nianbao .level-3 { font-family: var(--kai); }
.nianbao .byline { display: none; }
.nianbao .note { font-size: 10.5pt; line-height: 16pt; }
.nianbao .tables { margin: 6pt 0 12pt; padding-right: 0.4pt; letter-spacing: 0; }
.nianbao table { break-inside: avoid; font-size: 10.5pt; line-height: 15pt; }
.nianbao table.long { break-inside: auto; }
.nianbao table.wide { table-layout: fixed; border-collapse: collapse; }
${fitStyle}
.nianbao table.wide th, .nianbao table.wide td { border-width: var(--hair); }
.nianbao table.wide td { padding-left: 1.6pt; padding-right: 1.6pt; }
.nianbao .stack { break-inside: avoid; }
.nianbao .stack table { --pad: 3pt 2.4pt; }
.nianbao caption { font-size: 10.5pt; line-height: 15pt; }
${englishStyle}`;
