/**
 * Screen: reflows from 320 px up, visible focus. All measures follow the size of the article's type. Links, and what is
 * found wrong, are underlined or framed, never told by colour alone.
 */
export const screenStyle = `.nianbao { --hair: 1px; --pad: 0.4em 0.5em; --figure: 3.3em;
  --sans: "PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", "Source Han Sans SC", system-ui, sans-serif;
  --serif: "Songti SC", "SimSun", "Noto Serif CJK SC", "Source Han Serif SC", serif;
  max-width: 50em; margin: 0 auto; padding: 1.75em clamp(0.9em, 4vw, 2.7em) 3.5em; color: var(--ink);
  background: var(--ground); font: 1.125rem/1.9 var(--sans); }
.nianbao .title { margin: 0.9em 0 0.65em; font: bold clamp(1.35em, 0.98em + 1.8vw, 1.9em)/1.4 var(--serif); }
.nianbao .byline { display: flex; flex-wrap: wrap; justify-content: center; gap: 0 2em; margin-bottom: 2.2em;
  padding-bottom: 1.1em; border-bottom: 2px solid var(--mark); color: var(--quiet); font-size: 0.8em; text-align: center; }
.nianbao :is(h2, h3, h4, h5, h6):not(.title) { line-height: 1.5; scroll-margin-top: 0.9em; }
.nianbao .level-2 { margin: 1.9em 0 0.6em; font-size: 1.15em; }
.nianbao .level-3 { margin: 1.1em 0 0.2em; font-size: 1em; }
.nianbao .level-4 { margin: 0.9em 0 0.2em; font-size: 1em; }
.nianbao p, .nianbao .run-in { margin: 0 0 0.6em; text-align: start; }
.nianbao .run-in > * { margin: 0; line-height: inherit; }
.nianbao .note { color: var(--quiet); font-size: 0.8em; }
.nianbao .tables { margin: 1.1em 0 1.6em; font-size: 0.8333em; line-height: 1.45; }
.nianbao .scroll { overflow-x: auto; }
.nianbao .scroll:focus-visible, .nianbao a:focus-visible { outline: 3px solid var(--focus); outline-offset: 2px; }
.nianbao a { color: var(--focus); text-decoration: underline; }
.nianbao :target { outline: 3px solid var(--focus); outline-offset: 2px; }
.nianbao caption .name.repeated { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%);
  white-space: nowrap; }
.nianbao table.wide { min-width: 47em; }
.nianbao table.wide td, .nianbao table.wide th[scope="col"]:not(.corner) { min-width: var(--figure); }
.nianbao tbody th { background: var(--ground); }
.nianbao table.wide th[scope="row"] { position: sticky; left: 0; min-width: 7.5em; }
.nianbao .stack caption { font-weight: bold; }
.nianbao tbody tr:hover > td { background: var(--head); }
.nianbao .findings { border-color: var(--mark); }
.nianbao .figure { margin: 1.1em 0 1.6em; }
.nianbao .figure img { padding: 0.5em; background: #fff; }
.nianbao:lang(en) { max-width: 62em; }
.nianbao:lang(en) th { hyphens: auto; }
.nianbao:lang(en) table.wide thead th { font-size: 0.92em; }
.nianbao:lang(en) table.wide th[scope="row"] { min-width: 11em; }
@media (max-width: 40rem) {
.nianbao { font-size: 1.0625rem; }
.nianbao .tables { --pad: 0.4em 0.3em; --figure: 3em; }
.nianbao table.narrow { table-layout: auto; }
.nianbao table.narrow th { overflow-wrap: anywhere; }
.nianbao caption .line { display: block; }
.nianbao .stack caption .unit { display: block; font-size: 0.9em; text-align: inherit; }
.nianbao table.wide { min-width: 0; font-size: 0.94em; }
.nianbao table.wide col { width: auto; }
}
`;

/** Large print: half as large again, in the same measures. */
export const largeStyle = `.nianbao { font-size: 1.6875rem; line-height: 1.75; }
.nianbao .tables { font-size: 0.9em; }
.nianbao .scroll caption .line { display: block; }
@media (max-width: 40rem) {
.nianbao { padding-left: 0.5em; padding-right: 0.5em; font-size: 1.6rem; }
.nianbao .tables { --pad: 0.4em 0.2em; }
.nianbao table.wide { font-size: 1em; }
}
`;
