import type { Finding, PrintableDocument, TableBlock } from 'nianbao/plugin-api';
import { attributes, markup, type Markup } from './markup.ts';
import type { Words } from './words.ts';

/** A finding with its number in the document. */
interface NumberedFinding extends Finding {
  readonly number: number;
}

/** What the checks found, by where it is to be shown. */
export interface Findings {
  readonly all: readonly NumberedFinding[];
  readonly atCell: ReadonlyMap<string, readonly NumberedFinding[]>;
  /** Of no cell in the document. */
  readonly apart: readonly NumberedFinding[];
  /** Links work and lists are lists; on paper neither is of use. */
  readonly linked: boolean;
}

/** The findings of a document; undefined where it was made without. */
export function findingsOf({ findings, blocks }: PrintableDocument, linked: boolean): Findings | undefined {
  if (!findings) return undefined;
  const paths = pathsIn(blocks.filter((block) => block.type === 'table'));
  const known = (path: string) => paths.has(path);
  const all = findings.map((finding, index) => ({
    ...finding,
    number: index + 1,
    shownAt: finding.shownAt.filter(known),
  }));
  const atCell = new Map<string, NumberedFinding[]>();
  for (const finding of all)
    for (const path of finding.shownAt) atCell.set(path, [...(atCell.get(path) ?? []), finding]);
  return { all, atCell, apart: all.filter(({ shownAt }) => shownAt.length === 0), linked };
}

function pathsIn(tables: readonly TableBlock[]): ReadonlySet<string> {
  return new Set(tables.flatMap(({ cells }) => cells.flat().map(({ path }) => path)));
}

function firstCell({ id }: Finding): string {
  return `${id}__cell`;
}

/** What a cell says of the findings that are shown at it. */
export interface CellFindings {
  readonly id?: string;
  readonly describedBy?: string;
  readonly marks: Markup;
}

/** Id, description and marks of the cell at a path. */
export function findingsAt(path: string, findings: Findings | undefined, words: Words): CellFindings {
  const found = findings?.atCell.get(path) ?? [];
  if (!findings || found.length === 0) return { marks: markup`` };
  const first = found.find(({ shownAt }) => shownAt[0] === path);
  const marks = found.map(({ id, number }) => {
    const name = words.finding(number);
    const said = findings.linked ? markup`<a${attributes({ href: `#${id}` })}>${name}</a>` : markup`${name}`;
    return markup` <span class="mark" data-added="">${said}</span>`;
  });
  const describedBy = found.map(({ id }) => id).join(' ');
  return { ...(first ? { id: firstCell(first) } : {}), describedBy, marks: markup`${marks}` };
}

function renderFinding(finding: NumberedFinding, { linked, atCell }: Findings, words: Words): Markup {
  const { id, number, severity, text, shownAt } = finding;
  const [path = ''] = shownAt;
  // Several findings may begin at a cell, which has one id: that of the first.
  const target = atCell.get(path)?.find((other) => other.shownAt[0] === path);
  const back =
    linked && target ? markup` <a${attributes({ href: `#${firstCell(target)}` })}>${words.toCell}</a>` : markup``;
  const said = markup`<span id="${id}">${words.finding(number)}${words.colon}${words.severity[severity]}${words.colon}${text}</span>`;
  return linked ? markup`<li>${said}${back}</li>\n` : markup`<p>${said}</p>\n`;
}

function renderList(found: readonly NumberedFinding[], findings: Findings, words: Words): Markup {
  if (found.length === 0) return markup``;
  const items = found.map((finding) => renderFinding(finding, findings, words));
  return findings.linked ? markup`<ul>\n${items}</ul>\n` : markup`${items}`;
}

/** What was found in a table. */
export function renderTableFindings(table: TableBlock, findings: Findings | undefined, words: Words): Markup {
  if (!findings) return markup``;
  const paths = pathsIn([table]);
  const found = findings.all.filter(({ shownAt: [first = ''] }) => paths.has(first));
  if (found.length === 0) return markup``;
  return markup`<div class="findings" data-added="">\n<p>${words.findings}</p>\n${renderList(found, findings, words)}</div>\n`;
}

/** What was found in all, and what belongs to no table. */
export function renderSummary(findings: Findings | undefined, words: Words): Markup {
  if (!findings) return markup``;
  const { all, apart } = findings;
  const errors = all.filter(({ severity }) => severity === 'error').length;
  const list = renderList(apart, findings, words);
  return markup`<div class="findings" data-added="">\n<p>${words.checked(errors, all.length - errors)}</p>\n${list}</div>\n`;
}
