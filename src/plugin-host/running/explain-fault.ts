import { NianbaoError } from '#errors/nianbao-error.ts';
import type { RendererManifest } from '#plugin-api/manifest.ts';
import { RendererFault, type RenderPhase } from './renderer-fault.ts';

/** Which renderer failed. */
export interface FailedRenderer {
  readonly manifest: RendererManifest;
  readonly version: string;
}

/**
 * The public error of what a runner rejected with: renderer, version, phase and a word for what went wrong; the
 * message and the stack are its cause, for the log.
 */
export function explainFault({ manifest, version }: FailedRenderer, cause: unknown): NianbaoError {
  const named = { renderer: manifest.id, version };
  if (cause instanceof RendererFault) {
    const { fault, phase } = cause;
    const seconds = manifest.limits.milliseconds / 1000;
    if (fault === 'TIMEOUT')
      return new NianbaoError('RENDERING_TIMEOUT', { ...named, phase, fault, seconds }, { cause });
    return new NianbaoError('RENDERING_FAILED', { ...named, phase, fault }, { cause });
  }
  if (!(cause instanceof NianbaoError))
    return new NianbaoError(
      'RENDERING_FAILED',
      { ...named, phase: 'render' satisfies RenderPhase, fault: 'THREW' },
      { cause },
    );
  // The browser knows its own name only.
  const ofBrowser = cause.code === 'RENDERING_FAILED' || cause.code === 'RENDERING_TIMEOUT';
  return ofBrowser ? new NianbaoError(cause.code, { ...cause.parameters, ...named }, { cause }) : cause;
}
