import { NianbaoError } from '#errors/nianbao-error.ts';
import { refuseManyPages } from './budget.ts';
import { DeadlineError, within } from './deadline.ts';
import type { LentPage, PagePool } from './page-pool.ts';
import type { Deadlines, Phase, PrintLimits, PrintRequest } from './print-request.ts';

/** Bounds and names of one print. */
export interface BoundedPrint {
  readonly signal: AbortSignal;
  readonly deadlines: Deadlines;
  readonly limits: PrintLimits;
  readonly renderer?: string | undefined;
}

/** Why a print ended: how an error names it. */
class PhaseError extends Error {
  readonly phase: Phase;

  constructor(phase: Phase, cause: unknown) {
    super(`the print ended in the phase ${phase}`, { cause });
    this.phase = phase;
  }
}

/** Prints on a page of the pool, within all bounds; says in its error what went wrong and keeps the cause for the log. */
export async function printOnce(pool: PagePool, request: PrintRequest, options: BoundedPrint): Promise<Uint8Array> {
  options.signal.throwIfAborted();
  try {
    const lent = await lend(pool, options);
    return await onPage(lent, request, options);
  } catch (error) {
    throw explain(error, options);
  }
}

async function lend(pool: PagePool, options: BoundedPrint): Promise<LentPage> {
  const lending = pool.lend();
  try {
    return await inPhase('start', lending, options.signal, options);
  } catch (error) {
    // Nobody waits for this page any more, but it may still come.
    void lending.then((late) => late.giveBack('done')).catch(() => undefined);
    throw error;
  }
}

async function onPage(lent: LentPage, request: PrintRequest, options: BoundedPrint): Promise<Uint8Array> {
  const crash = new AbortController();
  const crashed = () => crash.abort(new Error('the browser has gone'));
  const { browser } = lent.browser;
  browser.once('disconnected', crashed);
  if (!browser.connected) crashed();
  const signal = AbortSignal.any([options.signal, crash.signal]);
  try {
    await inPhase('load', lent.page.load(request), signal, options);
    const pdf = await inPhase('print', collect(lent, request, options.limits.outputBytes), signal, options);
    refuseManyPages(pdf, options.limits.outputPages);
    lent.giveBack('done');
    return pdf;
  } catch (error) {
    lent.giveBack('failed');
    throw error;
  } finally {
    browser.off('disconnected', crashed);
  }
}

async function inPhase<T>(phase: Phase, work: Promise<T>, signal: AbortSignal, options: BoundedPrint): Promise<T> {
  return within(options.deadlines[phase], work, signal).catch((error: unknown) => {
    throw new PhaseError(phase, error);
  });
}

async function collect({ page }: LentPage, { layout }: PrintRequest, limit: number): Promise<Buffer> {
  const pieces: Uint8Array[] = [];
  let size = 0;
  for await (const piece of await page.print(layout)) {
    size += piece.length;
    if (size > limit) throw new Error(`the PDF is larger than ${limit} bytes`);
    pieces.push(piece);
  }
  return Buffer.concat(pieces);
}

function explain(error: unknown, { signal, renderer }: BoundedPrint): unknown {
  if (signal.aborted) return signal.reason;
  const { phase, cause } = error instanceof PhaseError ? error : { phase: 'print' as const, cause: error };
  if (cause instanceof NianbaoError) return cause;
  return cause instanceof DeadlineError
    ? timeout(phase, cause.milliseconds, renderer)
    : new NianbaoError('RENDERING_FAILED', { ...where(phase, renderer), fault: 'BROWSER' }, { cause });
}

function where(phase: Phase, renderer = 'print') {
  return { renderer, version: '(Chromium)', phase };
}

/** RENDERING_TIMEOUT that says which deadline was over. */
export function timeout(phase: Phase, milliseconds: number, renderer?: string): NianbaoError {
  const cause = new DeadlineError(milliseconds);
  return new NianbaoError('RENDERING_TIMEOUT', { ...where(phase, renderer), seconds: milliseconds / 1000 }, { cause });
}
