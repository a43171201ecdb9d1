import { spawn, type ChildProcess } from 'node:child_process';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { busyTime, endAll, treeOf, type Process } from './processes.ts';

/** What a contender did in a window. */
export interface Window {
  readonly pdfs: number;
  readonly seconds: number;
  /** Milliseconds of processor time of all its processes. */
  readonly busy: number;
}

/** A process of its own that prints the same document in its way, and answers a line with a line. */
export class Contender {
  readonly #child: ChildProcess;
  readonly #answers: AsyncIterator<string>;
  readonly #seen = new Map<number, Process>();

  constructor(file: string, settings: object) {
    const program = fileURLToPath(new URL(file, import.meta.url));
    const args = ['--import', 'tsx', program, JSON.stringify(settings)];
    this.#child = spawn(process.execPath, args, { stdio: ['pipe', 'pipe', 'inherit'] });
    this.#answers = createInterface({ input: this.#child.stdout! })[Symbol.asyncIterator]();
  }

  get pid(): number {
    return this.#child.pid!;
  }

  /** Processes that belonged to it at any time that was looked. */
  get seen(): readonly number[] {
    return [...this.#seen.keys()];
  }

  async ask<Answer>(order: object): Promise<Answer> {
    this.#child.stdin!.write(`${JSON.stringify(order)}\n`);
    const looking = setInterval(() => this.#look(), 100);
    const { value, done } = await this.#answers.next();
    clearInterval(looking);
    if (done === true) throw new Error('The contender has ended.');
    return JSON.parse(value) as Answer;
  }

  /** Prints for a while, as many at once as there are processors. */
  async print(milliseconds: number): Promise<Window> {
    const before = busyTime(this.pid);
    const done = await this.ask<{ pdfs: number; seconds: number }>({ kind: 'print', milliseconds });
    return { ...done, busy: busyTime(this.pid) - before };
  }

  async close(): Promise<void> {
    this.#look();
    const exited = new Promise((resolve) => {
      this.#child.once('exit', resolve);
    });
    this.#child.stdin!.end();
    await exited;
  }

  /** Closes it, and ends what it leaves behind. */
  async end(): Promise<void> {
    await this.close();
    endAll(this.#seen.values());
  }

  #look(): void {
    for (const one of treeOf(this.pid)) this.#seen.set(one.pid, one);
  }
}
