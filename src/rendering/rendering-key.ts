import { createHash, randomUUID } from 'node:crypto';
import canonicalize from 'canonicalize';
import type { RegisteredRenderer, RendererOptions, RenderSubject } from './renderer-catalogue.ts';

/** What the bytes depend on besides the document and the renderer. */
interface Circumstances {
  /** Complete. */
  readonly options: RendererOptions;
  /** Browser and fonts; empty for renderers that do not print. */
  readonly printer: string;
}

/** Hex SHA-256 of all that the bytes depend on: what the renderer is handed, the renderer with its versions, the rest. */
export function renderingKey(subject: RenderSubject, renderer: RegisteredRenderer, rest: Circumstances): string {
  const { begins, fingerprint, deterministic } = renderer;
  const whole = {
    [begins]: subject[begins],
    renderer: fingerprint,
    ...rest,
    // What may be different every time is never found again.
    ...(deterministic ? {} : { once: randomUUID() }),
  };
  return createHash('sha256')
    .update(canonicalize(whole) ?? '')
    .digest('hex');
}
