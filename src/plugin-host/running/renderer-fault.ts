import { phrase, type Phrase } from '#errors/locale.ts';

/** What can go wrong with a renderer, for programs; a part of the public error. */
export type FaultWord =
  | 'THREW'
  | 'TIMEOUT'
  | 'EXITED'
  | 'KILLED'
  | 'OUT_OF_MEMORY'
  | 'OUTPUT_TOO_LARGE'
  | 'WRONG_TYPE'
  | 'PROTOCOL'
  | 'FLOODED'
  | 'NOT_STARTED'
  | 'LEFTOVER';

/** Where in a rendering it went wrong. */
export type RenderPhase = 'validate' | 'queue' | 'render' | 'output';

/** A renderer that failed. The message and the cause are for the log, the words are public. */
export class RendererFault extends Error {
  override readonly name: string = 'RendererFault';
  readonly fault: FaultWord;
  readonly phase: RenderPhase;

  constructor(fault: FaultWord, phase: RenderPhase, message: string, cause?: unknown) {
    super(message, { cause });
    this.fault = fault;
    this.phase = phase;
  }
}

/** A plugin that can not be loaded; the reason is for its author, the cause for the log. */
export class NotStarted extends RendererFault {
  override readonly name = 'NotStarted';
  readonly reason: Phrase;

  constructor(reason: Phrase, cause?: unknown) {
    super('NOT_STARTED', 'queue', phrase(reason.sentence, reason.parameters, 'en'), cause);
    this.reason = reason;
  }
}
