import { strToU8, zipSync } from 'fflate';
import { escapeHtml } from './write-html.ts';
import type { Block, LaidCell } from '../layout.ts';

/** What is odd about a document of Word. */
export interface DocxStyle {
  /** Chapters are numbered by their style, so that “一、” is not in the text. */
  readonly numberedByStyle?: boolean;
  /** The title stands in a text box. */
  readonly titleInBox?: boolean;
  /** Someone's tracked changes are still there. */
  readonly trackedChanges?: boolean;
  /** Each table stands in the cell of another one. */
  readonly nested?: boolean;
  /** Every character is a run of its own, as after spell checks. */
  readonly splitRuns?: boolean;
}

const namespaces =
  'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" ' +
  'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" ' +
  'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" xmlns:v="urn:schemas-microsoft-com:vml"';

function runs(text: string, { splitRuns = false }: DocxStyle): string {
  const parts = splitRuns ? Array.from(text) : [text];
  return parts.map((part) => `<w:r><w:rPr/><w:t xml:space="preserve">${escapeHtml(part)}</w:t></w:r>`).join('');
}

function paragraph(content: string, style = ''): string {
  return `<w:p>${style === '' ? '' : `<w:pPr><w:pStyle w:val="${style}"/></w:pPr>`}${content}</w:p>`;
}

function box(content: string): string {
  const text = `<w:txbxContent>${content}</w:txbxContent>`;
  return `<w:p><w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wps:wsp><wps:txbx>${text}</wps:txbx></wps:wsp></w:drawing></mc:Choice>
<mc:Fallback><w:pict><v:shape><v:textbox>${text}</v:textbox></v:shape></w:pict></mc:Fallback></mc:AlternateContent></w:r></w:p>`;
}

function cellXml({ text, columnSpan, rowSpan }: LaidCell, style: DocxStyle): string {
  const merge = rowSpan > 1 ? '<w:vMerge w:val="restart"/>' : '';
  const deleted = style.trackedChanges ? '<w:del w:id="1"><w:r><w:delText>99</w:delText></w:r></w:del>' : '';
  return `<w:tc><w:tcPr><w:gridSpan w:val="${columnSpan}"/>${merge}</w:tcPr>${paragraph(deleted + runs(text, style))}</w:tc>`;
}

/** Word lists merged cells once for each row that they go through. */
function tableXml(rows: readonly (readonly LaidCell[])[], style: DocxStyle): string {
  let open: { column: number; span: number; left: number }[] = [];
  const lines = rows.map((cells) => {
    let column = 0;
    let xml = '';
    const next: typeof open = [];
    const continueAt = () => {
      for (
        let merged = open.find((one) => one.column === column);
        merged;
        merged = open.find((one) => one.column === column)
      ) {
        xml += `<w:tc><w:tcPr><w:gridSpan w:val="${merged.span}"/><w:vMerge/></w:tcPr><w:p/></w:tc>`;
        if (merged.left > 1) next.push({ ...merged, left: merged.left - 1 });
        column += merged.span;
      }
    };
    for (const cell of cells) {
      continueAt();
      xml += cellXml(cell, style);
      if (cell.rowSpan > 1) next.push({ column, span: cell.columnSpan, left: cell.rowSpan - 1 });
      column += cell.columnSpan;
    }
    continueAt();
    open = next;
    return `<w:tr>${xml}</w:tr>`;
  });
  const table = `<w:tbl><w:tblPr/>${lines.join('')}</w:tbl>`;
  return style.nested ? `<w:tbl><w:tr><w:tc>${table}<w:p/></w:tc></w:tr></w:tbl>` : table;
}

function blockXml(block: Block, style: DocxStyle): string {
  if (block.kind === 'table') return tableXml(block.rows, style);
  const content = runs(block.text, style);
  if (block.kind === 'title') return style.titleInBox ? box(paragraph(content)) : paragraph(content, 'Title');
  if (block.kind === 'paragraph') {
    const inserted = style.trackedChanges ? `<w:ins w:id="2">${content}</w:ins>` : content;
    return paragraph(
      inserted + (style.trackedChanges ? '<w:del w:id="3"><w:r><w:delText>删去的话。</w:delText></w:r></w:del>' : ''),
    );
  }
  const bare = block.text.replace(/^[^、]{1,3}、/u, '');
  return style.numberedByStyle ? paragraph(runs(bare, style), 'Chapter') : paragraph(content);
}

const styles = `<w:styles ${namespaces}><w:style w:styleId="Chapter"><w:name w:val="章标题"/><w:basedOn w:val="1"/><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>
<w:style w:styleId="1"><w:name w:val="heading 1"/></w:style><w:style w:styleId="Title"><w:name w:val="Title"/></w:style></w:styles>`;

/** A document of Word. */
export function writeDocx(blocks: readonly Block[], style: DocxStyle = {}): Uint8Array {
  const body = blocks.map((block) => blockXml(block, style)).join('');
  const part = (xml: string) => [strToU8(xml), { mtime: '2025-01-20T00:00:00' }] as [Uint8Array, { mtime: string }];
  return zipSync({
    'word/document.xml': part(
      `<?xml version="1.0"?><w:document ${namespaces}><w:body>${body}<w:sectPr/></w:body></w:document>`,
    ),
    'word/styles.xml': part(styles),
  });
}
