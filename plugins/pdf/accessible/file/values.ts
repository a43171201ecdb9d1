/** Names an object of a file; there is one for each object. */
export class Ref {
  readonly number: number;

  constructor(number: number) {
    this.number = number;
  }
}

/** Entries by their names, which have no slash here. */
export type Dict = Map<string, Value>;

/** A PDF value; names (with their slash), numbers, strings and keywords are the characters that stand in the file. */
export type Value = string | Ref | Dict | Value[];

/** A stream as it stands in the file, mostly compressed. */
export class Stream {
  readonly dict: Dict;
  readonly bytes: Uint8Array;

  constructor(dict: Dict, bytes: Uint8Array) {
    this.dict = dict;
    this.bytes = bytes;
  }
}

/** What a reference names. */
export type PdfObject = Value | Stream;

/** Entries of a plain object; those that are undefined are left out. */
export function dictOf(entries: Readonly<Record<string, Value | undefined>>): Dict {
  const dict: Dict = new Map();
  for (const [name, value] of Object.entries(entries)) if (value !== undefined) dict.set(name, value);
  return dict;
}

/** A text as a string of UTF-16 in hexadecimal digits. */
export function textString(text: string): string {
  const bytes = Buffer.from(`\ufeff${text}`, 'utf16le').swap16();
  return `<${bytes.toString('hex').toUpperCase()}>`;
}

/** A name without its slash; empty for anything else. */
export function nameOf(value: Value | undefined): string {
  return typeof value === 'string' && value.startsWith('/') ? value.slice(1) : '';
}

const escapes: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t', b: '\b', f: '\f' };

function bytesOf(string: string): Buffer {
  if (string.startsWith('<')) return Buffer.from(string.slice(1, -1).replace(/\s/gu, ''), 'hex');
  const text = string.slice(1, -1).replace(/\\(\d{1,3}|\r\n|[^])/gu, (_, escaped: string) => {
    if (/^\d/u.test(escaped)) return String.fromCharCode(Number.parseInt(escaped, 8));
    return /^[\r\n]/u.test(escaped) ? '' : (escapes[escaped] ?? escaped);
  });
  return Buffer.from(text, 'latin1');
}

/** The text of a string; undefined for anything else. */
export function textOf(value: PdfObject | undefined): string | undefined {
  if (typeof value !== 'string' || !/^(?:\(|<(?!<))/u.test(value)) return undefined;
  const bytes = bytesOf(value);
  return bytes[0] === 0xfe && bytes[1] === 0xff
    ? Buffer.from(bytes.subarray(2, bytes.length - (bytes.length % 2)))
        .swap16()
        .toString('utf16le')
    : bytes.toString('latin1');
}
