/** What the checks found: a frame below the table, and its number beside the figure. */
export const findingsStyle = `.nianbao .findings { margin: 0.9em 0; border: 0 solid var(--line); border-left-width: 0.3em; padding: 0.2em 0 0.2em 0.9em;
  font-size: 0.9em; line-height: 1.6; break-inside: avoid; }
.nianbao .tables .findings { font-size: 1em; }
.nianbao .findings p { margin: 0; text-indent: 0; text-align: start; }
.nianbao .findings ul { margin: 0; padding-left: 1.3em; }
.nianbao td.marked { outline: 0.15em dashed var(--line); outline-offset: -0.2em; }
.nianbao td .mark { display: block; font-size: 0.8em; line-height: 1.35; white-space: nowrap; }
.nianbao td.empty .mark { font-size: 0.94em; }
`;
