import { NianbaoError } from '#errors/nianbao-error.ts';
import { DeadlineError, within } from './deadline.ts';
import type { LentPage, PagePool } from './page-pool.ts';
import type { PrintLimits, PrintOptions, PrintRequest } from './print-request.ts';

/** Bounds and names of one print. */
export interface BoundedPrint extends PrintOptions {
  readonly signal: AbortSignal;
  readonly limits: PrintLimits;
}

/** Prints on a page of the pool, within all bounds; says in its error what went wrong and keeps the cause for the log. */
export async function printOnce(pool: PagePool, request: PrintRequest, options: BoundedPrint): Promise<Uint8Array> {
  refuseLargeHtml(request, options.limits.htmlBytes);
  options.signal.throwIfAborted();
  const lent = await pool.lend().catch((error: unknown) => {
    throw explain(error, 'start', options);
  });
  try {
    const pdf = await withinBounds(lent, printBytes(lent, request, options.limits.outputBytes), options);
    lent.giveBack('done');
    return pdf;
  } catch (error) {
    lent.giveBack('failed');
    throw explain(error, 'print', options);
  }
}

function refuseLargeHtml({ html }: PrintRequest, limit: number): void {
  if (Buffer.byteLength(html) > limit) {
    throw new NianbaoError('INPUT_INVALID', { reason: `the HTML is larger than ${limit} bytes` });
  }
}

async function withinBounds<T>({ browser }: LentPage, work: Promise<T>, options: BoundedPrint): Promise<T> {
  const crash = new AbortController();
  const crashed = () => crash.abort(new Error('the browser has gone'));
  browser.browser.once('disconnected', crashed);
  if (!browser.browser.connected) crashed();
  try {
    return await within(deadline(options), work, AbortSignal.any([options.signal, crash.signal]));
  } finally {
    browser.browser.off('disconnected', crashed);
  }
}

async function printBytes({ page }: LentPage, request: PrintRequest, limit: number): Promise<Uint8Array> {
  const pieces: Uint8Array[] = [];
  let size = 0;
  for await (const piece of await page.print(request)) {
    size += piece.length;
    if (size > limit) throw new Error(`the PDF is larger than ${limit} bytes`);
    pieces.push(piece);
  }
  return Buffer.concat(pieces);
}

function deadline({ deadlineMilliseconds, limits }: BoundedPrint): number {
  return deadlineMilliseconds ?? limits.deadlineMilliseconds;
}

function explain(cause: unknown, phase: string, options: BoundedPrint): unknown {
  if (options.signal.aborted) return options.signal.reason;
  if (cause instanceof NianbaoError) return cause;
  const { renderer = 'print' } = options;
  if (!(cause instanceof DeadlineError)) return new NianbaoError('RENDERING_FAILED', { renderer, phase }, { cause });
  return new NianbaoError('RENDERING_TIMEOUT', { renderer, phase, seconds: deadline(options) / 1000 }, { cause });
}
