import { isUtf8 } from 'node:buffer';
import type { Rendered } from '#plugin-api/renderer.ts';
import { RendererFault } from './renderer-fault.ts';

/** Media types whose bytes are text in UTF-8, as their readers take them. */
function isText(mediaType: string): boolean {
  return (
    /^text\/|^application\/(?:.*\+)?(?:json|xml)\b/u.test(mediaType) && !/charset=(?!["']?utf-8)/iu.test(mediaType)
  );
}

/** WRONG_TYPE when an output that is said to be text is none that can be read. */
export function checkOutput(output: Rendered, mediaType: string): void {
  if (typeof output === 'string' ? !/\p{Surrogate}/u.test(output) : !isText(mediaType) || isUtf8(output)) return;
  throw new RendererFault('WRONG_TYPE', 'output', `It is to be ${mediaType}, and is not UTF-8.`);
}
