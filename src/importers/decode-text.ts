import { NianbaoError } from '#errors/nianbao-error.ts';

const byteOrderMarks: readonly { readonly bytes: readonly number[]; readonly encoding: string }[] = [
  { bytes: [0xef, 0xbb, 0xbf], encoding: 'utf-8' },
  { bytes: [0xff, 0xfe], encoding: 'utf-16le' },
  { bytes: [0xfe, 0xff], encoding: 'utf-16be' },
];

/** In this order: nearly every sequence of bytes is valid in GB18030, and every one of even length in UTF-16. */
const guesses = ['utf-8', 'gb18030', 'utf-16le', 'utf-16be'] as const;

/** Without a mark, UTF-16 is believed only where it gives words of every report. */
const everyReport = /[政公][府开開]|信息|[报報]告/u;

// Tab, line feed, vertical tab, form feed and carriage return are text; other control characters are not.
// oxlint-disable-next-line no-control-regex
const control = /[\u0000-\u0008\u000e-\u001f\u007f\ufffe\uffff]/;

function markedEncoding(bytes: Uint8Array): string | undefined {
  return byteOrderMarks.find((mark) => mark.bytes.every((byte, index) => bytes[index] === byte))?.encoding;
}

function decodeAs(encoding: string, bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

/**
 * Bytes to text: UTF-8, UTF-16 or GB18030 (which holds GBK and GB2312), whatever the text says of itself. NOT_TEXT for
 * anything that has control characters or is valid in none of them.
 */
export function decodeText(bytes: Uint8Array): string {
  const marked = markedEncoding(bytes);
  for (const encoding of marked === undefined ? guesses : [marked]) {
    const text = decodeAs(encoding, bytes);
    const believed = marked !== undefined || !encoding.startsWith('utf-16') || everyReport.test(text ?? '');
    if (text !== undefined && !control.test(text) && believed) return text;
  }
  throw new NianbaoError('NOT_TEXT');
}
