/**
 * What tables look like on screen and paper. Every cell draws its right and lower edge, the table the other two: unlike
 * collapsed borders, these stay with a head that is held in place while the table scrolls, and let tables adjoin.
 */
export const sharedTableStyle = `.nianbao table { width: 100%; border-collapse: separate; border-spacing: 0;
  border: 0 solid var(--line); border-width: var(--hair) 0 0 var(--hair); font-variant-numeric: tabular-nums lining-nums; }
.nianbao th, .nianbao td { border: 0 solid var(--line); border-width: 0 var(--hair) var(--hair) 0; padding: var(--pad);
  text-align: center; vertical-align: middle; font-weight: inherit; overflow-wrap: break-word; }
.nianbao thead th { background: var(--head); text-wrap: balance; }
.nianbao tbody th[scope="row"] { text-align: left; }
.nianbao tbody th[scope="rowgroup"] { text-wrap: balance; }
.nianbao td { overflow-wrap: normal; white-space: nowrap; }
.nianbao td.empty { color: var(--quiet); font-size: 0.85em; }
.nianbao thead { display: table-header-group; }
.nianbao tr { break-inside: avoid; }
.nianbao table.narrow { table-layout: fixed; }
.nianbao table.narrow col.row-head { width: 25%; }
.nianbao col.row-group { width: 4.2em; }
.nianbao col.row-group:first-child { width: 4.2em; }
.nianbao table.heads-2 col.row-group:first-child { width: 6em; }
.nianbao table.wide th.corner { font-size: 0.92em; text-align: left; }
.nianbao caption { padding: 0 0 0.35em; text-align: left; break-after: avoid; }
.nianbao caption .line { display: grid; grid-template-columns: 1fr auto; column-gap: 1em; }
.nianbao caption .unit { grid-column: 2; font-weight: normal; }
.nianbao .stack table + table { margin-top: calc(-1 * var(--hair)); }
.nianbao .stack caption { padding: var(--pad); border: var(--hair) solid var(--line); border-bottom: 0;
  background: var(--band); text-align: center; }
.nianbao .stack caption .line { grid-template-columns: 1fr auto 1fr; }
.nianbao .stack caption .name { grid-column: 2; }
.nianbao .stack caption .unit { grid-column: 3; text-align: right; }
.nianbao .notes { margin-top: 0.3em; }
`;
