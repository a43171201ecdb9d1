import { createHash } from 'node:crypto';
import canonicalize from 'canonicalize';
import type { PrintableDocument } from '#plugin-api/document.ts';
import type { RegisteredRenderer, RendererOptions } from './renderer-catalogue.ts';

/** Hex SHA-256 of all that the bytes depend on: the document, the renderer with its versions, the complete options. */
export function renderingKey(
  document: PrintableDocument,
  renderer: RegisteredRenderer,
  options: RendererOptions,
): string {
  const subject = { document, renderer: renderer.fingerprint, options };
  return createHash('sha256')
    .update(canonicalize(subject) ?? '')
    .digest('hex');
}
