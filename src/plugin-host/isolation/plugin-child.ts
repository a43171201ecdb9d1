import type { Socket } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { createFrameReader, encodeFrame, type FrameHeader } from '../child/frames.mjs';
import { RendererFault } from '../running/renderer-fault.ts';
import { readWords, type ChildWords } from './child-words.ts';
import { faultOfEnd } from './fault-of-end.ts';
import { killGroup } from './launch-child.ts';
import type { LaunchedChild } from './launcher.ts';
import { watchMemory } from './memory-watch.ts';

/** What Node itself takes of a child's memory, with its threads. */
const NODE_MEGABYTES = 112;
const limits = { headerBytes: 64 * 1024, bodyBytes: 64 * 1024 };
/** A plugin that sends more messages of no weight in one rendering is not at work. */
const MOST_MESSAGES = 20_000;

/** Who listens to a child at a time; at most one does. */
export interface Listener {
  readonly onFrame: (header: FrameHeader, body: Buffer) => void;
  /** The child is of no use any more. */
  readonly onEnd: (fault: RendererFault) => void;
}

/** A process of a plugin: started, loaded, and asked for one rendering at a time. */
export class PluginChild {
  readonly #child: LaunchedChild;
  readonly #words: ChildWords;
  readonly #stopWatching: () => void;
  /** Settles when the process and all that it started are gone. */
  readonly ended: Promise<void>;
  #listener: Listener | undefined;
  #verdict: RendererFault | undefined;
  #messages = 0;
  #gone = false;

  constructor(child: LaunchedChild, memoryMegabytes: number) {
    this.#child = child;
    this.#words = readWords([child.stdout, child.stderr], () => this.end('FLOODED', 'It writes without end.'));
    this.#stopWatching = watchMemory(child.pid, (memoryMegabytes + NODE_MEGABYTES) * 1024 ** 2, (bytes) =>
      this.end('OUT_OF_MEMORY', `It held ${Math.round(bytes / 1024 ** 2)} MB; its limit is ${memoryMegabytes} MB.`),
    );
    this.#read(child.channel);
    this.ended = this.#watchEnd();
  }

  get pid(): number {
    return this.#child.pid;
  }

  /** Whether it can still be asked for anything. */
  get usable(): boolean {
    return this.#verdict === undefined && !this.#gone;
  }

  /** Why it is of no use any more. */
  get verdict(): RendererFault | undefined {
    return this.#verdict;
  }

  /** Hands the child over; `undefined` when the conversation is over. */
  listen(listener: Listener | undefined): void {
    this.#messages = 0;
    this.#listener = listener;
    if (this.#verdict) listener?.onEnd(this.#verdict);
  }

  send(header: FrameHeader, body?: Uint8Array): void {
    if (this.#child.channel.writable) this.#child.channel.write(encodeFrame(header, body));
  }

  /** What it wrote to standard output and standard error since it was last asked. */
  takeWords(): string {
    return this.#words.take();
  }

  /** Kills it; whoever listens is told why. */
  end(fault: RendererFault['fault'], message: string, phase: RendererFault['phase'] = 'render'): void {
    if (!this.#verdict) killGroup(this.pid);
    this.#judge(new RendererFault(fault, phase, message));
  }

  #read(channel: LaunchedChild['channel']): void {
    const read = createFrameReader(limits, (header, body) => this.#hear(header, body));
    channel.on('data', (chunk: Buffer) => {
      if (this.#verdict) return;
      try {
        read(chunk);
      } catch (cause) {
        this.end('PROTOCOL', `Its channel is out of order: ${String(cause)}`, 'output');
      }
    });
  }

  #hear(header: FrameHeader, body: Buffer): void {
    if (this.#verdict) return;
    if (header.type === 'stray') this.#stray(header);
    else if (header.type !== 'part' && ++this.#messages > MOST_MESSAGES) this.end('FLOODED', 'It sends without end.');
    else this.#listener?.onFrame(header, body);
  }

  /** What threw outside of a rendering's own promise may be of one that was answered long ago. */
  #stray({ late, stack }: FrameHeader): void {
    if (late === true)
      this.end('LEFTOVER', `An earlier rendering left behind what threw now.\n${String(stack)}`, 'queue');
    else this.end('THREW', String(stack));
  }

  #judge(fault: RendererFault): void {
    if (this.#verdict) return;
    this.#verdict = fault;
    this.#stopWatching();
    this.#listener?.onEnd(fault);
  }

  async #watchEnd(): Promise<void> {
    const { pid, stdout, stderr, channel, streams, exit } = this.#child;
    const closed = Promise.all([stdout, stderr, channel].map((stream) => closing(stream)));
    const cause = await exit;
    this.#gone = true;
    killGroup(pid);
    // What it sent before it ended is still on its way.
    await Promise.race([closed, pause(500, undefined, { ref: false })]);
    this.#judge(faultOfEnd(cause, this.#words.tail()));
    for (const stream of streams) stream.destroy();
  }
}

function closing(stream: Socket): Promise<void> {
  return new Promise((resolve) => {
    stream.once('close', () => resolve());
  });
}
