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
  | 'NOT_STARTED';

/** Where in a rendering it went wrong. */
export type RenderPhase = 'validate' | 'queue' | 'render' | 'output';

/** A renderer that failed. The message and the cause are for the log, the words are public. */
export class RendererFault extends Error {
  override readonly name = 'RendererFault';
  readonly fault: FaultWord;
  readonly phase: RenderPhase;

  constructor(fault: FaultWord, phase: RenderPhase, message: string, cause?: unknown) {
    super(message, { cause });
    this.fault = fault;
    this.phase = phase;
  }
}
