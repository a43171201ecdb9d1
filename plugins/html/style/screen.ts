/** Screen: reflows from 320 px up, light or dark as the reader's system says, visible focus. */
export const screenStyle = `.nianbao { --ink: #1b1b1b; --ground: #fff; --line: #8a8f98; --head: #f0f3f7; --band: #e3e9f1; --quiet: #595f69;
  --mark: #9c1c1c; --focus: #0b57d0; --hair: 1px; --pad: 0.4em 0.5em; --figure: 3.3em; color-scheme: light;
  --sans: "PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", "Source Han Sans SC", system-ui, sans-serif;
  --serif: "Songti SC", "SimSun", "Noto Serif CJK SC", "Source Han Serif SC", serif;
  max-width: 56rem; margin: 0 auto; padding: 2rem clamp(1rem, 4vw, 3rem) 4rem; color: var(--ink);
  background: var(--ground); font: 1.125rem/1.9 var(--sans); }
@media (prefers-color-scheme: dark) {
.nianbao { --ink: #e4e6ea; --ground: #15181d; --line: #6b727d; --head: #20252d; --band: #29303a; --quiet: #a9b0bb;
  --mark: #f0a3a3; --focus: #8ab4f8; color-scheme: dark; }
.nianbao-page { background: #15181d; }
}
.nianbao h1 { margin: 1rem 0 0.75rem; font: bold clamp(1.5rem, 1.1rem + 2vw, 2.125rem)/1.4 var(--serif); }
.nianbao .byline { display: flex; flex-wrap: wrap; justify-content: center; gap: 0 2em; margin-bottom: 2rem;
  padding-bottom: 1rem; border-bottom: 2px solid var(--mark); color: var(--quiet); font-size: 0.9rem; }
.nianbao h2, .nianbao h3, .nianbao h4 { line-height: 1.5; scroll-margin-top: 1rem; }
.nianbao .level-2 { margin: 2.5rem 0 0.75rem; font-size: 1.3rem; }
.nianbao .level-3 { margin: 1.25rem 0 0.25rem; font-size: 1.125rem; }
.nianbao .level-4 { margin: 1rem 0 0.25rem; font-size: 1.125rem; }
.nianbao p, .nianbao .run-in { margin: 0 0 0.6em; text-align: start; }
.nianbao .run-in > * { margin: 0; line-height: inherit; }
.nianbao .note { color: var(--quiet); font-size: 0.9rem; }
.nianbao .tables { margin: 1.25rem 0 1.75rem; font-size: 0.9375rem; line-height: 1.45; }
.nianbao .scroll { overflow-x: auto; }
.nianbao .scroll:focus-visible { outline: 3px solid var(--focus); outline-offset: 2px; }
.nianbao caption .name.repeated { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%);
  white-space: nowrap; }
.nianbao table.wide { min-width: 44rem; }
.nianbao table.wide td, .nianbao table.wide th[scope="col"]:not(.corner) { min-width: var(--figure); }
.nianbao tbody th { background: var(--ground); }
.nianbao table.wide th[scope="row"] { position: sticky; left: 0; min-width: 7.5em; }
.nianbao .stack caption { font-weight: bold; }
.nianbao tbody tr:hover > td { background: var(--head); }
@media (max-width: 40rem) {
.nianbao { font-size: 1.0625rem; }
.nianbao .tables { --pad: 0.4em 0.3em; --figure: 3em; font-size: 0.875rem; }
.nianbao table.narrow { table-layout: auto; }
.nianbao caption .line { display: block; }
.nianbao .stack caption .unit { display: block; font-size: 0.9em; text-align: inherit; }
.nianbao table.wide { min-width: 0; font-size: 0.8125rem; }
.nianbao table.wide col { width: auto; }
}
`;
