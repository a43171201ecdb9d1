import { PDFDict, PDFHexString, PDFName, PDFString, type PDFDocument } from '@cantoo/pdf-lib';

const producer = 'Nianbao';

function escape(text: string): string {
  return text.replace(/[&<>]/gu, (character) => ({ '&': '&amp;', '<': '&lt;' })[character] ?? '&gt;');
}

/** The document's properties as XMP, with the claim to be PDF/UA-1 (ISO 14289-1, 5); no dates, which no rendering has. */
export function writeMetadata(pdf: PDFDocument): void {
  const title = pdf.getTitle() ?? '';
  const language = pdf.catalog.lookup(PDFName.of('Lang'));
  const lang = language instanceof PDFString || language instanceof PDFHexString ? language.decodeText() : 'zh-CN';
  const xmp = `<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:pdf="http://ns.adobe.com/pdf/1.3/" xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/">
<pdfuaid:part>1</pdfuaid:part>
<dc:format>application/pdf</dc:format>
<dc:title><rdf:Alt><rdf:li xml:lang="x-default">${escape(title)}</rdf:li></rdf:Alt></dc:title>
<dc:language><rdf:Bag><rdf:li>${escape(lang)}</rdf:li></rdf:Bag></dc:language>
<pdf:Producer>${producer}</pdf:Producer>
</rdf:Description></rdf:RDF></x:xmpmeta>
<?xpacket end="r"?>`;
  const stream = pdf.context.stream(Buffer.from(xmp, 'utf8'), { Type: 'Metadata', Subtype: 'XML' });
  pdf.catalog.set(PDFName.of('Metadata'), pdf.context.register(stream));
  const info = pdf.context.lookup(pdf.context.trailerInfo.Info, PDFDict);
  for (const dated of ['CreationDate', 'ModDate', 'Creator']) info.delete(PDFName.of(dated));
  info.set(PDFName.of('Producer'), PDFString.of(producer));
}
