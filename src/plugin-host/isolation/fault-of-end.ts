import { RendererFault } from '../running/renderer-fault.ts';

/** V8 says so on standard error before it gives up. */
const outOfMemory = /heap out of memory|Reached heap limit|Array buffer allocation failed/u;

/** Why a process ended that nobody had ended: by its exit code or signal, and the end of what it wrote. */
export function faultOfEnd(cause: string, words: string): RendererFault {
  if (outOfMemory.test(words)) return new RendererFault('OUT_OF_MEMORY', 'render', `Its heap was full.\n${words}`);
  const exited = /^\d+$/u.test(cause);
  const message = exited ? `It ended its process with ${cause}.` : `Its process ended: ${cause}.`;
  return new RendererFault(exited ? 'EXITED' : 'KILLED', 'render', words === '' ? message : `${message}\n${words}`);
}
