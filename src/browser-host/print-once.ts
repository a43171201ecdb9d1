import { NianbaoError } from '#errors/nianbao-error.ts';
import { DeadlineError, within } from './deadline.ts';
import type { LentPage, PagePool } from './page-pool.ts';
import type { PrintLimits, PrintOptions, PrintRequest } from './print-request.ts';

/** Bounds and names of one print. */
export interface BoundedPrint extends PrintOptions {
  readonly signal: AbortSignal;
  readonly limits: PrintLimits;
}

/** For a free page, which may mean to unpack and to start Chromium first. */
const START_MILLISECONDS = 60_000;

/** Prints on a page of the pool, within all bounds; says in its error what went wrong and keeps the cause for the log. */
export async function printOnce(pool: PagePool, request: PrintRequest, options: BoundedPrint): Promise<Uint8Array> {
  refuseLargeHtml(request, options.limits.htmlBytes);
  options.signal.throwIfAborted();
  const lent = await lend(pool, options);
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

async function lend(pool: PagePool, options: BoundedPrint): Promise<LentPage> {
  const lending = pool.lend();
  try {
    return await within(START_MILLISECONDS, lending, options.signal);
  } catch (error) {
    // Nobody waits for this page any more, but it may still come.
    void lending.then((late) => late.giveBack('done')).catch(() => undefined);
    throw explain(error, 'start', options);
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
  const where = { renderer: options.renderer ?? 'print', version: '(Chromium)', phase };
  if (!(cause instanceof DeadlineError))
    return new NianbaoError('RENDERING_FAILED', { ...where, fault: 'BROWSER' }, { cause });
  return new NianbaoError('RENDERING_TIMEOUT', { ...where, seconds: cause.milliseconds / 1000 }, { cause });
}
