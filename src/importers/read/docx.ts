import { NianbaoError } from '#errors/nianbao-error.ts';
import type { Source } from '../source.ts';
import type { Archive } from './archive.ts';
import { Blocks } from './blocks.ts';
import { addTable } from './docx-table.ts';
import { readStyles, type DocxStyles } from './docx-styles.ts';
import { contentOf, paragraphText } from './docx-text.ts';
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

/** A text document of Word: what its changes would leave when all were accepted. Lines are paragraphs. */
export function readDocx(archive: Archive): Source {
  const body = find(partOf(archive, 'word/document.xml'), 'document', 'body');
  if (!body) throw new NianbaoError('DOCUMENT_DAMAGED', { kind: 'DOCX' });
  const styles = readStyles(archive);
  const blocks = new Blocks();
  const { next } = new Counter();
  for (const part of contentOf(body)) {
    if (part.name === 'p') addParagraph(blocks, part, styles, next());
    else if (part.name === 'tbl') addTable(blocks, part, next);
  }
  return blocks.source(identityInProperties(archive));
}
