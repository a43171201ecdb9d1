import { Document, Packer } from 'docx';
import type { PrintableDocument } from 'nianbao/plugin-api';
import { bodyOf } from './body.ts';
import { footers } from './footers.ts';
import { page } from './measures.ts';
import type { DocxOptions } from './options.ts';
import { pack } from './pack.ts';
import { plain } from './plain.ts';
import { stylesOf } from './styles.ts';

function languageOf({ language }: PrintableDocument): string {
  return /^[a-z]{2,3}(-[a-z0-9]+)*$/i.test(language) ? language : 'zh-CN';
}

function propertiesOf({ title, metadata }: PrintableDocument) {
  const { author, subject, keywords } = metadata;
  return {
    title: plain(title),
    subject: plain(subject),
    creator: plain(author),
    lastModifiedBy: plain(author),
    keywords: plain(keywords.join('，')),
  };
}

/** The document in the layout of official documents (GB/T 9704): the same bytes for the same document. */
export async function renderDocx(document: PrintableDocument, options: DocxOptions): Promise<Uint8Array> {
  const made = new Document({
    ...propertiesOf(document),
    evenAndOddHeaderAndFooters: true,
    styles: stylesOf(options, languageOf(document)),
    sections: [{ properties: { page }, footers: footers(), children: bodyOf(document) }],
  });
  return pack(new Uint8Array(await Packer.toBuffer(made)), document.metadata.modified);
}
