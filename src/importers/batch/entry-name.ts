/** The bit of a ZIP entry's flags that says that its name is UTF-8. */
const UTF8_FLAG = 0x800;

const strictUtf8 = new TextDecoder('utf-8', { fatal: true });
const gb18030 = new TextDecoder('gb18030');

/**
 * The name of a ZIP entry. Chinese Windows writes names in GBK and does not say so, other programs UTF-8 without
 * saying so.
 */
export function decodeEntryName(raw: Uint8Array, flags: number): string {
  return decode(raw, (flags & UTF8_FLAG) !== 0)
    .replaceAll('\\', '/')
    .replace(/[\p{Cc}\p{Cf}]/gu, '');
}

function decode(raw: Uint8Array, declaredUtf8: boolean): string {
  try {
    return strictUtf8.decode(raw);
  } catch {
    return declaredUtf8 ? new TextDecoder().decode(raw) : gb18030.decode(raw);
  }
}

/** Whether a file is the system's or a program's own, not a document that somebody put there. */
export function isIncidental(path: string): boolean {
  return path.split('/').some((part) => /^(?:\.[^.].*|~\$.*|__MACOSX|Thumbs\.db|desktop\.ini)$/iu.test(part));
}
