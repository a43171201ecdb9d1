import { fork, type ChildProcess } from 'node:child_process';
import { setPriority } from 'node:os';
import { fileURLToPath } from 'node:url';
import { NianbaoError } from '#errors/nianbao-error.ts';
import type { ReportDraft } from '#reports/report.ts';
import { fromPlainFault, type ReadAnswer, type ReadOrder } from './messages.ts';

/** Bounds of a reading process. */
export interface ReadingLimits {
  /** For one document. */
  readonly milliseconds: number;
  /** Of the JavaScript heap. */
  readonly heapMegabytes: number;
  /** A process is replaced when it holds more than this after a document. */
  readonly residentMegabytes: number;
}

/** A process that reads one document at a time. */
export interface ReadingProcess {
  /** Rejects with READING_TIMEOUT or READING_FAILED, after which the process is gone; so it is when `signal` aborts. */
  readonly read: (order: ReadOrder, signal?: AbortSignal) => Promise<ReportDraft>;
  /** Whether it may be given another document. */
  readonly fit: () => boolean;
  readonly kill: () => void;
}

const program = fileURLToPath(new URL('start.mjs', import.meta.url));
const START_MILLISECONDS = 30_000;
/** Answers of the gateway come first. */
const NICENESS = 10;

function launch({ heapMegabytes }: ReadingLimits): ChildProcess {
  return fork(program, {
    env: {},
    execArgv: ['--no-warnings', `--max-old-space-size=${heapMegabytes}`],
    serialization: 'advanced',
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
  });
}

function givePrecedence(pid: number | undefined): void {
  try {
    if (pid !== undefined) setPriority(pid, NICENESS);
  } catch {
    // It has ended already, which is told by its exit.
  }
}

function hasEnded({ exitCode, signalCode }: ChildProcess): boolean {
  return exitCode !== null || signalCode !== null;
}

function failed(reason: string): NianbaoError {
  return new NianbaoError('READING_FAILED', {}, { cause: new Error(reason) });
}

/** The next answer, or the end of waiting: the process is killed unless it answered. */
async function nextAnswer(child: ChildProcess, deadline: number, late: () => Error, signal?: AbortSignal) {
  let settle: (() => void) | undefined;
  const answer = new Promise<ReadAnswer>((resolve, reject) => {
    const onExit = (code: number | null, by: string | null) => reject(failed(`the process ended: ${code ?? by}`));
    const onAbort = () => reject(signal?.reason as Error);
    const timer = setTimeout(() => reject(late()), deadline);
    child.once('message', resolve).once('exit', onExit).once('error', reject);
    signal?.addEventListener('abort', onAbort, { once: true });
    settle = () => {
      clearTimeout(timer);
      signal?.removeEventListener('abort', onAbort);
      child.off('message', resolve).off('exit', onExit).off('error', reject);
    };
    if (signal?.aborted) onAbort();
    if (hasEnded(child)) onExit(child.exitCode, child.signalCode);
  });
  try {
    return await answer;
  } catch (error) {
    child.kill('SIGKILL');
    throw error;
  } finally {
    settle?.();
  }
}

/** Starts a process and waits until it can read. */
export async function startReadingProcess(limits: ReadingLimits): Promise<ReadingProcess> {
  const child = launch(limits);
  child.on('error', () => undefined);
  await nextAnswer(child, START_MILLISECONDS, () => failed('the process did not start in time'));
  givePrecedence(child.pid);
  // An idle process keeps nobody from ending.
  child.unref();
  child.channel?.unref();
  let resident = 0;
  return {
    read: async (order, signal) => {
      child.send(order);
      const { milliseconds } = limits;
      const late = () => new NianbaoError('READING_TIMEOUT', { seconds: milliseconds / 1000 });
      const answer = await nextAnswer(child, milliseconds, late, signal);
      if (answer.type === 'ready') throw failed('the process started twice');
      resident = answer.residentBytes;
      if (answer.type === 'fault') throw fromPlainFault(answer.fault);
      return answer.draft;
    },
    fit: () => !hasEnded(child) && !child.killed && resident <= limits.residentMegabytes * 2 ** 20,
    kill: () => void child.kill('SIGKILL'),
  };
}
