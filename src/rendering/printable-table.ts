import type { Cell, Equation, Form, FormTable } from '#forms/form.ts';
import type { HeaderNode, TableBlock, TableCell, TotalStatement } from '#plugin-api/document.ts';
import { judgeEquation } from '#reports/checks/equations.ts';
import { readPath } from '#reports/figures.ts';
import type { ReportContent } from '#reports/report.ts';
import { labelIn, tableWordsIn, type DocumentLocale } from './form-words.ts';

/** What a table is filled with. */
type Filling = Pick<ReportContent, 'figures' | 'raws'>;

interface Branch {
  readonly label: string;
  readonly english: string;
  readonly rows?: readonly Branch[];
  readonly columns?: readonly Branch[];
}

function headerNodes(branches: readonly Branch[], locale: DocumentLocale): HeaderNode[] {
  return branches.map((branch) => ({
    label: labelIn(branch, locale),
    children: headerNodes(branch.rows ?? branch.columns ?? [], locale),
  }));
}

function printableCell({ path }: Cell, { figures, raws }: Filling): TableCell {
  const figure = readPath(figures, path) ?? null;
  if (figure !== null) return { text: String(figure), state: 'figure', path };
  const raw = readPath(raws, path)?.trim() ?? '';
  return { text: raw, state: raw === '' ? 'empty' : 'nil', path };
}

const totalLabels: Readonly<Record<string, Readonly<Record<DocumentLocale, string>>>> = {
  ROW_TOTAL: { 'zh-CN': '各行：各类申请人之和等于总计', en: 'Each row: the applicants add up to the total' },
  OUTCOME_TOTAL: {
    'zh-CN': '各列：各项办理结果之和等于（七）总计',
    en: 'Each column: the outcomes add up to 3.7 Total',
  },
  COLUMN_BALANCE: {
    'zh-CN': '各列：第一项加第二项之和等于第三项加第四项之和',
    en: 'Each column: row 1 plus row 2 equals row 3.7 plus row 4',
  },
  DISPUTE_TOTAL: { 'zh-CN': '各类结果之和等于总计', en: 'The results add up to the total' },
};

function statement(equations: readonly Equation[], label: string, { figures }: Filling): TotalStatement {
  const states = equations.map((equation) => judgeEquation(equation, figures).kind);
  const count = (kind: string) => states.filter((state) => state === kind).length;
  return { label, agreeing: count('agrees'), disagreeing: count('broken'), open: count('open') };
}

function totalsOf(table: FormTable, { equations }: Form, filling: Filling, locale: DocumentLocale): TotalStatement[] {
  const own = equations.filter((equation) => equation.table === table);
  return [...new Set(own.map(({ code }) => code))].map((code) => {
    const ofCode = own.filter((equation) => equation.code === code);
    return statement(ofCode, totalLabels[code]?.[locale] ?? code, filling);
  });
}

/** A table of the form, filled in, with its labels in a language. */
export function printableTable(table: FormTable, form: Form, filling: Filling, locale: DocumentLocale): TableBlock {
  const { columns, rows } = table.definition;
  const { title, unit, note, corner = '' } = tableWordsIn(table.definition, locale);
  return {
    type: 'table',
    id: `table-${table.id}`,
    caption: title,
    corner,
    unit,
    notes: note === undefined ? [] : [note],
    columns: headerNodes(columns, locale),
    rows: headerNodes(rows, locale),
    cells: table.cells.map((cells) => cells.map((cell) => printableCell(cell, filling))),
    totals: totalsOf(table, form, filling, locale),
  };
}
