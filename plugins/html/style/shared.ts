/** What screen and paper have in common: the flow of headings and paragraphs. */
export const sharedStyle = `.nianbao-page { margin: 0; }
.nianbao, .nianbao * { box-sizing: border-box; }
.nianbao :is(h1, h2, h3, h4, h5, h6, p, figure) { margin: 0; }
.nianbao .title { text-align: center; text-wrap: balance; word-break: keep-all; overflow-wrap: anywhere; }
.nianbao :is(h2, h3, h4, h5, h6) { break-after: avoid; }
.nianbao p { text-indent: 2em; text-align: justify; orphans: 2; widows: 2; overflow-wrap: anywhere; }
.nianbao .note, .nianbao .byline { text-indent: 0; }
.nianbao .run-in { text-indent: 2em; text-align: justify; orphans: 2; widows: 2; overflow-wrap: anywhere; }
.nianbao .run-in > * { display: inline; text-indent: 0; }
.nianbao .figure { break-inside: avoid; text-align: center; }
.nianbao .figure img { max-width: 100%; height: auto; }
.nianbao .figure .note { text-align: center; }
`;
