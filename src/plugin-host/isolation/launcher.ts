import { spawn, type ChildProcess } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { mkdtemp, realpath } from 'node:fs/promises';
import { connect, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const program = fileURLToPath(new URL('../child/launcher.mjs', import.meta.url));

/** What a process is started with. */
export interface LaunchOrder {
  readonly args: readonly string[];
  /** Its working folder. */
  readonly folder: string;
}

/** A started process and the streams to it. */
export interface LaunchedChild {
  readonly pid: number;
  readonly stdout: Socket;
  readonly stderr: Socket;
  /** Its descriptor 3. */
  readonly channel: Socket;
  /** All of them and its descriptor 4, which does nothing but close when this process dies. */
  readonly streams: readonly Socket[];
  /** Its exit code or signal, when it has ended. */
  readonly exit: Promise<string>;
}

interface Row {
  readonly onStart: (pid: number) => void;
  readonly onFault: (fault: Error) => void;
  readonly onEnd: (cause: string) => void;
}

type Told =
  | { readonly type: 'listening' }
  | { readonly type: 'started'; readonly id: number; readonly pid: number }
  | { readonly type: 'failed'; readonly id: number; readonly message: string }
  | { readonly type: 'ended'; readonly id: number; readonly cause: string };

/**
 * A small process that starts others for this one: a process stands still while its memory is copied for a new one,
 * and a gateway has much. It ends with this process.
 */
export class Launcher {
  readonly #process: ChildProcess;
  readonly #path: string;
  readonly #listening: Promise<void>;
  readonly #rows = new Map<number, Row>();
  #ids = 0;

  constructor(path: string) {
    this.#path = path;
    this.#process = spawn(process.execPath, ['--no-warnings', program, path], {
      env: {},
      // What a terminal sends to the gateway is not for the launcher: requests are still being finished then.
      detached: true,
      stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    });
    this.#process.on('message', (told: Told) => this.#hear(told));
    this.#listening = new Promise((resolve, reject) => {
      this.#process.once('message', () => resolve());
      this.#process.once('error', reject);
      this.#process.once('exit', () => reject(new Error('The launcher has ended.')));
    });
    this.#listening.catch(() => undefined);
    this.#process.once('exit', () => this.#fall(new Error('The launcher has ended.')));
  }

  /** Whether it can still start anything. */
  get usable(): boolean {
    return this.#process.connected;
  }

  /** Rejects when the process can not be started. */
  async launch(order: LaunchOrder): Promise<LaunchedChild> {
    await this.#listening;
    const id = ++this.#ids;
    const streams = ['stdout', 'stderr', 'channel', 'lifeline'].map(() => this.#connect());
    const [stdout, stderr, channel] = streams as [Socket, Socket, Socket];
    try {
      const { pid, exit } = await this.#start(id, order);
      return { pid, stdout, stderr, channel, streams, exit };
    } catch (fault) {
      for (const stream of streams) stream.destroy();
      throw fault;
    }
  }

  #start(id: number, order: LaunchOrder): Promise<{ readonly pid: number; readonly exit: Promise<string> }> {
    let onEnd!: Row['onEnd'];
    const exit = new Promise<string>((resolve) => {
      onEnd = resolve;
    });
    return new Promise((resolve, onFault) => {
      this.#keep(id, { onStart: (pid) => resolve({ pid, exit }), onFault, onEnd });
      this.#process.send({ id, ...order });
    });
  }

  /** They are accepted in the order in which they are made; one that fails leaves no order. */
  #connect(): Socket {
    return connect(this.#path).on('error', (error: NodeJS.ErrnoException) => {
      if (error.syscall === 'connect') this.#process.kill('SIGKILL');
    });
  }

  /** This process stays as long as what it has started. */
  #keep(id: number, row: Row): void {
    this.#rows.set(id, row);
    this.#process.ref();
    this.#process.channel?.ref();
  }

  #forget(id: number): Row | undefined {
    const row = this.#rows.get(id);
    this.#rows.delete(id);
    if (this.#rows.size === 0) {
      this.#process.unref();
      this.#process.channel?.unref();
    }
    return row;
  }

  #hear(told: Told): void {
    if (told.type === 'started') this.#rows.get(told.id)?.onStart(told.pid);
    if (told.type === 'failed') this.#forget(told.id)?.onFault(new Error(told.message));
    if (told.type === 'ended') this.#forget(told.id)?.onEnd(told.cause);
  }

  #fall(fault: Error): void {
    for (const [id, { onFault, onEnd }] of this.#rows) {
      this.#rows.delete(id);
      onFault(fault);
      onEnd('SIGKILL');
    }
  }
}

async function createLauncher(): Promise<Launcher> {
  // A socket's path has some 100 letters at most; who is not told it can not guess it.
  const folder = await realpath(await mkdtemp(join(tmpdir(), 'nianbao-')));
  return new Launcher(join(folder, randomUUID().slice(0, 18)));
}

let launcher: Promise<Launcher> | undefined;

/** The launcher of this process; another one when it has ended. */
export function openLauncher(): Promise<Launcher> {
  const known = launcher?.then((one) => (one.usable ? one : createLauncher()), createLauncher);
  launcher = known ?? createLauncher();
  return launcher;
}
