/** What screen and paper have in common: the flow of headings and paragraphs. */
export const sharedStyle = `.nianbao-page { margin: 0; }
.nianbao, .nianbao * { box-sizing: border-box; }
.nianbao h1, .nianbao h2, .nianbao h3, .nianbao h4, .nianbao p { margin: 0; }
.nianbao h1 { text-align: center; text-wrap: balance; word-break: keep-all; overflow-wrap: anywhere; }
.nianbao h2, .nianbao h3, .nianbao h4 { break-after: avoid; }
.nianbao p { text-indent: 2em; text-align: justify; orphans: 2; widows: 2; overflow-wrap: anywhere; }
.nianbao .note, .nianbao .byline { text-indent: 0; }
.nianbao .run-in { text-indent: 2em; text-align: justify; orphans: 2; widows: 2; overflow-wrap: anywhere; }
.nianbao .run-in > * { display: inline; text-indent: 0; }
.nianbao .figure { break-inside: avoid; text-align: center; }
.nianbao .figure img { max-width: 100%; height: auto; }
.nianbao .figure .note { text-align: center; }
`;
