import type { Rendered } from '#plugin-api/renderer.ts';
import { ContractFault } from '../contract-fault.ts';

const textual = /^text\/|[/+](?:json|xml|yaml)\b/u;

const zip = [0x50, 0x4b, 0x03, 0x04];

/** The first bytes of what a media type stands for. */
const beginnings: readonly { readonly mediaType: RegExp; readonly bytes: readonly number[] }[] = [
  { mediaType: /^application\/pdf\b/u, bytes: [0x25, 0x50, 0x44, 0x46, 0x2d] },
  { mediaType: /^application\/(?:zip|epub\+zip|vnd\.(?:openxmlformats|oasis\.opendocument))/u, bytes: zip },
  { mediaType: /^image\/png\b/u, bytes: [0x89, 0x50, 0x4e, 0x47] },
  { mediaType: /^image\/jpeg\b/u, bytes: [0xff, 0xd8, 0xff] },
];

function fault(zh: string, en: string, mediaType: string): ContractFault {
  return new ContractFault({ zh, en }, { mediaType });
}

function decode(output: Rendered, mediaType: string): string {
  if (typeof output === 'string') return output;
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(output);
  } catch {
    throw fault('{mediaType} 是文本，但输出不是 UTF-8', '{mediaType} is text, and the output is not UTF-8', mediaType);
  }
}

function checkText(output: Rendered, mediaType: string): void {
  const text = decode(output, mediaType);
  if (mediaType.startsWith('text/') && !mediaType.includes('charset='))
    throw fault(
      '{mediaType} 没有说明编码：请写“{mediaType}; charset=utf-8”',
      '{mediaType} does not say its encoding: write “{mediaType}; charset=utf-8”',
      mediaType,
    );
  if (!/[/+]json\b/u.test(mediaType)) return;
  try {
    JSON.parse(text);
  } catch {
    throw fault('输出不是 JSON，与 {mediaType} 不符', 'the output is not JSON, as {mediaType} says', mediaType);
  }
}

function checkBytes(output: Rendered, mediaType: string): void {
  if (typeof output === 'string')
    throw fault(
      '{mediaType} 不是文本，应返回 Uint8Array，实际返回字符串',
      '{mediaType} is no text: return a Uint8Array, not a string',
      mediaType,
    );
  const known = beginnings.find((one) => one.mediaType.test(mediaType));
  if (known?.bytes.some((byte, index) => output[index] !== byte))
    throw fault('输出的开头与 {mediaType} 不符', 'the output does not begin as {mediaType} does', mediaType);
}

/** Holds an output against its media type: text or bytes, and what it begins with where that is known. */
export function checkMediaType(output: Rendered, mediaType: string): void {
  if (output.length === 0) throw fault('输出是空的', 'the output is empty', mediaType);
  (textual.test(mediaType) ? checkText : checkBytes)(output, mediaType);
}
