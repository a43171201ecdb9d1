import { abort, deterministic } from './conduct.ts';
import { defaultOptions, wrongOptions } from './options.ts';
import { limits, output } from './output.ts';
import type { RendererCheck } from './renderer-check.ts';

/** All that the contract asks of a renderer, in the order in which it is tried. */
export const rendererChecks: readonly RendererCheck[] = [
  defaultOptions,
  wrongOptions,
  output,
  limits,
  abort,
  deterministic,
];
