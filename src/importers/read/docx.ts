import { NianbaoError } from '#errors/nianbao-error.ts';
import type { Source } from '../source.ts';
import type { Archive } from './archive.ts';
import { Blocks } from './blocks.ts';
import { addTable, cellsForLayout } from './docx-table.ts';
import { readStyles, type DocxStyles } from './docx-styles.ts';
import { boxesIn, contentOf, paragraphText } from './docx-text.ts';
import { identityInProperties, partOf } from './office.ts';
import { find, type XmlElement } from './xml.ts';

/** Counts the paragraphs of the document, those in tables too: that is what its lines are. */
class Counter {
  #count = 0;
  readonly next = (): number => ++this.#count;
}

function addParagraph(blocks: Blocks, paragraph: XmlElement, styles: DocxStyles, number: number): void {
  const { level, isContents } = styles(paragraph);
  const text = paragraphText(paragraph);
  if (isContents) return;
  if (level === undefined) blocks.paragraph(text, number);
  else blocks.heading(text, level, number);
}

/** Gathers what a body, a text box or a cell for layout holds, in reading order. */
class DocxContent {
  readonly blocks = new Blocks();
  readonly #counter = new Counter();
  readonly #styles: DocxStyles;

  constructor(styles: DocxStyles) {
    this.#styles = styles;
  }

  add(container: XmlElement): void {
    for (const part of contentOf(container)) {
      if (part.name === 'p') this.#addParagraph(part);
      else if (part.name === 'tbl') this.#addTable(part);
    }
  }

  #addParagraph(paragraph: XmlElement): void {
    for (const box of boxesIn(paragraph)) this.add(box);
    addParagraph(this.blocks, paragraph, this.#styles, this.#counter.next());
  }

  #addTable(table: XmlElement): void {
    const cells = cellsForLayout(table);
    if (cells.length === 0) addTable(this.blocks, table, this.#counter.next);
    for (const cell of cells) this.add(cell);
  }
}

/** A text document of Word: what its changes would leave when all were accepted. Lines are paragraphs. */
export function readDocx(archive: Archive): Source {
  const body = find(partOf(archive, 'word/document.xml'), 'document', 'body');
  if (!body) throw new NianbaoError('DOCUMENT_DAMAGED', { kind: 'DOCX' });
  const content = new DocxContent(readStyles(archive));
  content.add(body);
  return content.blocks.source(identityInProperties(archive));
}
