import { NianbaoError } from '#errors/nianbao-error.ts';
import { decodeText } from '../decode-text.ts';
import { refusalOfArchive, refuseKinds } from '../refused-kinds.ts';
import type { Source } from '../source.ts';
import type { Archive } from './archive.ts';
import { separatorOf } from './separator.ts';
import { readText } from './text.ts';

/** A kind of text that is told by how it begins or what it holds. The reader is loaded by the first document of it. */
interface TextReader {
  readonly recognizes: (text: string) => boolean;
  readonly read: (text: string) => Promise<Source>;
}

/** The first that recognizes a text reads it; what none does is the text of a page. */
const textReaders: Readonly<Record<string, TextReader>> = {
  'english-labels': {
    recognizes: (text) =>
      /^How tables are read:/mu.test(text) || /<article class="nianbao [a-z]+" lang="en">/u.test(text),
    read: () => Promise.reject(new NianbaoError('DOCUMENT_IN_ENGLISH')),
  },
  json: {
    recognizes: (text) => /^\s*\{\s*"format"\s*:\s*"nianbao-document"/u.test(text),
    read: async (text) => (await import('./json.ts')).readJson(text),
  },
  csv: {
    recognizes: (text) => /^kind,path,table,row,column,unit,value,state\r?\n/u.test(text),
    read: async (text) => (await import('./csv.ts')).readCsv(text),
  },
  html: {
    recognizes: (text) =>
      /^\s*(?:<!--[\s\S]*?-->\s*)*<(?:!doctype\s+html|html|head|body|main|article|section|div|table|style|meta|h[1-6]|p)\b/iu.test(
        text,
      ),
    read: async (text) => (await import('./html.ts')).readHtml(text),
  },
  markdown: {
    recognizes: (text) =>
      /^---\n[\s\S]*?\n---\s*\n\s*#{1,6} \S/u.test(text) ||
      (/^\s*#{1,6} \S/u.test(text) && /^\|?[ \t]*:?-+:?[ \t]*\|/mu.test(text)),
    read: async (text) => (await import('./markdown.ts')).readMarkdown(text),
  },
  'json-tree': {
    recognizes: (text) => /^\s*[[{]\s*["[{]/u.test(text),
    read: async (text) => (await import('./json-tree.ts')).readJsonTree(text),
  },
  'spoken-text': {
    recognizes: (text) =>
      (/^表 1 开始(?:：|$)/mu.test(text) && /^表格读法：/mu.test(text)) ||
      /^来源：.+\n(?: {2}.+\n)*数据版本日期：/mu.test(text.slice(0, 1000)),
    read: async (text) => (await import('./spoken-text.ts')).readSpokenText(text),
  },
  'sheet-text': {
    recognizes: (text) => separatorOf(text) !== undefined,
    read: async (text) => (await import('./sheet-text.ts')).readSheetText(text),
  },
};

/** A kind of office document that is told by a part that all of them have. */
interface ArchiveReader {
  readonly part: string;
  readonly read: (archive: Archive) => Promise<Source>;
}

const archiveReaders: Readonly<Record<string, ArchiveReader>> = {
  docx: { part: 'word/document.xml', read: async (archive) => (await import('./docx.ts')).readDocx(archive) },
  xlsx: { part: 'xl/workbook.xml', read: async (archive) => (await import('./xlsx.ts')).readXlsx(archive) },
};

async function readArchive(bytes: Uint8Array): Promise<Source> {
  const { openArchive } = await import('./archive.ts');
  const archive = openArchive(bytes);
  const reader = Object.values(archiveReaders).find(({ part }) => archive.names.has(part));
  if (!reader) throw refusalOfArchive(archive.names);
  return reader.read(archive);
}

/** Office documents are ZIP archives. */
function isArchive(bytes: Uint8Array): boolean {
  return [0x50, 0x4b, 0x03, 0x04].every((byte, index) => bytes[index] === byte);
}

/** A mark of byte order or blank lines may stand before a PDF; words before it are a text that speaks of one. */
function isPdf(bytes: Uint8Array): boolean {
  return /^(?:ï»¿)?[\s\0]{0,64}%PDF-/u.test(Buffer.from(bytes.subarray(0, 80)).toString('latin1'));
}

async function readBinary(bytes: Uint8Array): Promise<Source | undefined> {
  if (isArchive(bytes)) return guarded(() => readArchive(bytes));
  if (isPdf(bytes)) return guarded(async () => (await import('./pdf/pdf.ts')).readPdf(bytes));
  refuseKinds(bytes);
  return undefined;
}

/** Libraries that go down as deep as a document does run out of stack before it does. */
async function guarded(read: () => Promise<Source>): Promise<Source> {
  try {
    return await read();
  } catch (cause) {
    if (!(cause instanceof RangeError)) throw cause;
    throw new NianbaoError('DOCUMENT_UNSAFE', { reason: 'nesting' }, { cause });
  }
}

/** Reads a document by what is in it, never by its name. NOT_TEXT for what is of no known kind. */
export async function readSource(document: string | Uint8Array): Promise<Source> {
  const binary = typeof document === 'string' ? undefined : await readBinary(document);
  if (binary) return binary;
  const text = (typeof document === 'string' ? document : decodeText(document)).replace(/^\ufeff/u, '');
  const reader = Object.values(textReaders).find(({ recognizes }) => recognizes(text));
  return reader ? guarded(() => reader.read(text)) : readText(text);
}
