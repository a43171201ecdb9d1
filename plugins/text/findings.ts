import type { Finding, PrintableDocument, TableBlock } from 'nianbao/plugin-api';
import { plain } from './plain.ts';
import type { Words } from './words.ts';

/** What the checks found, said; by the table at whose end it is said, or by none. */
export interface SpokenFindings {
  readonly summary: readonly string[];
  readonly ofTable: ReadonlyMap<string, readonly string[]>;
}

function tableOf({ shownAt: [path] }: Finding, tables: readonly TableBlock[]): TableBlock | undefined {
  return tables.find(({ cells }) => cells.some((row) => row.some((cell) => cell.path === path)));
}

/** The findings of a document in words; nothing where it was made without. */
export function spokenFindings({ findings, blocks }: PrintableDocument, words: Words): SpokenFindings {
  if (!findings) return { summary: [], ofTable: new Map() };
  const tables = blocks.filter((block) => block.type === 'table');
  const ofTable = new Map<string, string[]>();
  const apart: string[] = [];
  findings.forEach((finding, index) => {
    const said = words.finding({ number: index + 1, severity: finding.severity, text: plain(finding.text) });
    const id = tableOf(finding, tables)?.id;
    if (id === undefined) apart.push(said);
    else ofTable.set(id, [...(ofTable.get(id) ?? []), said]);
  });
  const errors = findings.filter(({ severity }) => severity === 'error').length;
  return { summary: [words.checked(errors, findings.length - errors), ...apart], ofTable };
}
