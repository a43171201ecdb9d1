import type { ChapterDefinition } from '#forms/form-definition.ts';
import type { Cell, Equation, Form, FormTable } from '#forms/form.ts';
import { formOf } from '#forms/index.ts';
import type {
  Block,
  HeaderNode,
  PrintableDocument,
  TableBlock,
  TableCell,
  TotalStatement,
} from '#plugin-api/document.ts';
import { judgeEquation } from '#reports/checks/equations.ts';
import { readPath } from '#reports/figures.ts';
import { narrativeBlocks } from '#reports/narrative.ts';
import type { Report } from '#reports/report.ts';

/** What is printed of a report; also a draft that was never stored can be. */
export type PrintableSource = Pick<
  Report,
  'title' | 'year' | 'form' | 'narratives' | 'figures' | 'raws' | 'updatedAt'
> & {
  readonly organization: { readonly name: string };
};

interface Branch {
  readonly label: string;
  readonly rows?: readonly Branch[];
  readonly columns?: readonly Branch[];
}

function headerNodes(branches: readonly Branch[]): HeaderNode[] {
  return branches.map(({ label, rows, columns }) => ({ label, children: headerNodes(rows ?? columns ?? []) }));
}

function printableCell(cell: Cell, report: PrintableSource): TableCell {
  const { path } = cell;
  const figure = readPath(report.figures, path) ?? null;
  if (figure !== null) return { text: String(figure), state: 'figure', path };
  const raw = readPath(report.raws, path)?.trim() ?? '';
  return { text: raw, state: raw === '' ? 'empty' : 'nil', path };
}

const totalLabels: Readonly<Record<string, string>> = {
  ROW_TOTAL: '各行：各类申请人之和等于总计',
  OUTCOME_TOTAL: '各列：各项办理结果之和等于（七）总计',
  COLUMN_BALANCE: '各列：第一项加第二项之和等于第三项加第四项之和',
  DISPUTE_TOTAL: '各类结果之和等于总计',
};

function statement(code: string, equations: readonly Equation[], report: PrintableSource): TotalStatement {
  const states = equations.map((equation) => judgeEquation(equation, report.figures).kind);
  const count = (kind: string) => states.filter((state) => state === kind).length;
  return {
    label: totalLabels[code] ?? code,
    agreeing: count('agrees'),
    disagreeing: count('broken'),
    open: count('open'),
  };
}

function totalsOf(table: FormTable, form: Form, report: PrintableSource): TotalStatement[] {
  const equations = form.equations.filter((equation) => equation.table === table);
  const codes = [...new Set(equations.map(({ code }) => code))];
  return codes.map((code) =>
    statement(
      code,
      equations.filter((equation) => equation.code === code),
      report,
    ),
  );
}

function tableBlock(table: FormTable, form: Form, report: PrintableSource): TableBlock {
  const { id, title, corner = '', unit, note, columns, rows } = table.definition;
  return {
    type: 'table',
    id: `table-${id}`,
    caption: title,
    corner,
    unit,
    notes: note === undefined ? [] : [note],
    columns: headerNodes(columns),
    rows: headerNodes(rows),
    cells: table.cells.map((cells) => cells.map((cell) => printableCell(cell, report))),
    totals: totalsOf(table, form, report),
  };
}

function textBlocks(key: string, text: string): Block[] {
  return narrativeBlocks(text).map((block, index): Block => {
    if (block.level === 0) return { type: 'paragraph', text: block.text, role: 'body' };
    const level = block.level === 1 ? 3 : 4;
    return { type: 'heading', level, text: block.text, id: `${key}-${index + 1}`, runIn: block.runIn };
  });
}

function chapterBlocks(chapter: ChapterDefinition, form: Form, report: PrintableSource): Block[] {
  const heading: Block = {
    type: 'heading',
    level: 2,
    text: `${chapter.number}、${chapter.title}`,
    id: chapter.key,
    runIn: false,
  };
  const text = textBlocks(chapter.key, report.narratives[chapter.key] ?? '');
  const tables = form.tables
    .filter((table) => table.chapter === chapter)
    .map((table) => tableBlock(table, form, report));
  return [heading, ...text, ...tables];
}

/** A report as a document that renderers print: the form's chapters, with the text and the figures that stand in them. */
export function printableReport(report: PrintableSource): PrintableDocument {
  const form = formOf(report);
  return {
    title: report.title,
    language: 'zh-CN',
    metadata: {
      author: report.organization.name,
      subject: `${report.year}年政府信息公开工作年度报告`,
      modified: report.updatedAt.toISOString(),
      keywords: ['政府信息公开', '年度报告', String(report.year), report.organization.name],
    },
    blocks: [
      ...textBlocks('introduction', report.narratives['introduction'] ?? ''),
      ...form.chapters.flatMap((chapter) => chapterBlocks(chapter, form, report)),
    ],
  };
}
