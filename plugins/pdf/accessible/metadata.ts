import type { PdfFile } from './file/pdf-file.ts';
import { dictOf, Stream, textOf } from './file/values.ts';

const producer = 'Nianbao';

function escape(text: string): string {
  return text.replace(/[&<>]/gu, (character) => ({ '&': '&amp;', '<': '&lt;' })[character] ?? '&gt;');
}

/** Title and language of a document; empty where it has none. */
export function readTitle(file: PdfFile): { readonly title: string; readonly language: string } {
  const title = textOf(file.dict(file.trailer.get('Info')).get('Title')) ?? '';
  return { title, language: textOf(file.catalog.get('Lang')) ?? '' };
}

/**
 * The document's properties as XMP, with the claim to be PDF/UA-1 (ISO 14289-1, 5) where it is that; no dates, which no
 * rendering has.
 */
export function writeMetadata(file: PdfFile, isClaimed: boolean): void {
  const { title, language } = readTitle(file);
  const claim = isClaimed ? '<pdfuaid:part>1</pdfuaid:part>\n' : '';
  const xmp = `<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:pdf="http://ns.adobe.com/pdf/1.3/" xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/">
${claim}<dc:format>application/pdf</dc:format>
<dc:title><rdf:Alt><rdf:li xml:lang="x-default">${escape(title)}</rdf:li></rdf:Alt></dc:title>
<dc:language><rdf:Bag><rdf:li>${escape(language)}</rdf:li></rdf:Bag></dc:language>
<pdf:Producer>${producer}</pdf:Producer>
</rdf:Description></rdf:RDF></x:xmpmeta>
<?xpacket end="r"?>`;
  const entries = dictOf({ Type: '/Metadata', Subtype: '/XML' });
  file.catalog.set('Metadata', file.add(new Stream(entries, Buffer.from(xmp, 'utf8'))));
  const info = file.dict(file.trailer.get('Info'));
  for (const dated of ['CreationDate', 'ModDate', 'Creator']) info.delete(dated);
  info.set('Producer', `(${producer})`);
}
