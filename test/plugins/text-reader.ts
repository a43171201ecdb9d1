/** A table as read back. */
export interface ReadTable {
  readonly number: number;
  readonly caption: string;
  readonly rows: readonly ReadRow[];
}

interface ReadRow {
  readonly number: number;
  readonly head: string;
  readonly cells: readonly ReadCell[];
}

interface ReadCell {
  readonly head: string;
  readonly state: 'figure' | 'empty' | 'nil';
  readonly text: string;
}

const languages = {
  zh: {
    table: /^表 (\d+) 开始(?:：(.*))?$/,
    row: /^第(\d+)行(?:：(.*))?$/,
    colon: '：',
    empty: '空',
    nil: /^原文“(.*)”$/,
  },
  en: {
    table: /^Table (\d+) begins(?:: (.*))?$/,
    row: /^Row (\d+)(?:: (.*))?$/,
    colon: ': ',
    empty: 'empty',
    nil: /^source says “(.*)”$/,
  },
};

type Language = (typeof languages)['zh'];

function readCell(line: string, { colon, empty, nil }: Language): ReadCell {
  const at = line.lastIndexOf(colon);
  const [head, value] = [line.slice(0, at), line.slice(at + colon.length)];
  const mark = nil.exec(value)?.[1];
  if (mark !== undefined) return { head, state: 'nil', text: mark };
  return value === empty ? { head, state: 'empty', text: '' } : { head, state: 'figure', text: value };
}

function readRow(lines: readonly string[], language: Language): ReadRow[] {
  const start = language.row.exec(lines[0] ?? '');
  if (!start) return [];
  return [
    {
      number: Number(start[1]),
      head: start[2] ?? '',
      cells: lines.slice(1).map((line) => readCell(line, language)),
    },
  ];
}

/**
 * All tables of a text, by the grammar at the top of `plugins/text/text.ts`; rows that a summary sentence stands for are
 * not among them.
 */
export function readTables(text: string, name: keyof typeof languages): ReadTable[] {
  const language = languages[name];
  const tables: { number: number; caption: string; rows: ReadRow[] }[] = [];
  for (const group of text.replaceAll('\n  ', '').trimEnd().split(/\n\n+/)) {
    const lines = group.split('\n');
    const start = language.table.exec(lines[0] ?? '');
    if (start) tables.push({ number: Number(start[1]), caption: start[2] ?? '', rows: [] });
    else tables.at(-1)?.rows.push(...readRow(lines, language));
  }
  return tables;
}
