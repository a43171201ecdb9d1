import { createHash } from 'node:crypto';
import canonicalize from 'canonicalize';
import type { RegisteredRenderer, RendererOptions, RenderSubject } from './renderer-catalogue.ts';

/** Hex SHA-256 of all that the bytes depend on: what the renderer is handed, the renderer with its versions, the complete options. */
export function renderingKey(subject: RenderSubject, renderer: RegisteredRenderer, options: RendererOptions): string {
  const { begins, fingerprint } = renderer;
  const whole = { [begins]: subject[begins], renderer: fingerprint, options };
  return createHash('sha256')
    .update(canonicalize(whole) ?? '')
    .digest('hex');
}
