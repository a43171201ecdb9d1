import { catalogue, type ErrorCode } from './catalogue.ts';
import { phrase, type Locale, type Parameters, type Phrase } from './locale.ts';

/** Whatever else an error carries: where it is in the source, and what only the log may see. */
export interface ErrorDetails {
  /** Line in the source document, counted from 1. */
  readonly line?: number | undefined;
  /** Places in the input, for example `options.locale`. */
  readonly issues?: readonly InputIssue[] | undefined;
  /** Logged, never sent to a client. */
  readonly cause?: unknown;
}

/** One fault of an input and where it is. */
export interface InputIssue {
  readonly path: string;
  /** English; what a person is told is the phrase, where there is one. */
  readonly message: string;
  readonly phrase?: Phrase;
}

/** An error of the catalogue. Code, parameters, line and issues are public; cause and stack are for the log. */
export class NianbaoError extends Error {
  override readonly name = 'NianbaoError';
  readonly code: ErrorCode;
  readonly parameters: Parameters;
  readonly line: number | undefined;
  readonly issues: readonly InputIssue[];

  constructor(code: ErrorCode, parameters: Parameters = {}, details: ErrorDetails = {}) {
    super(phrase(catalogue[code], parameters, 'en'), { cause: details.cause });
    this.code = code;
    this.parameters = parameters;
    this.line = details.line;
    this.issues = details.issues ?? [];
  }

  /** HTTP status where the error is the whole answer. */
  get status(): number {
    return catalogue[this.code].status;
  }

  /** The sentence in both languages, to stand in another one. */
  get phrase(): Phrase {
    return { sentence: catalogue[this.code], parameters: this.parameters };
  }

  /** The sentence for a person. */
  say(locale: Locale): string {
    return phrase(catalogue[this.code], this.parameters, locale);
  }
}

/** The error itself when it is of the catalogue, else INTERNAL with the original as its logged cause. */
export function toNianbaoError(error: unknown): NianbaoError {
  return error instanceof NianbaoError ? error : new NianbaoError('INTERNAL', {}, { cause: error });
}

/** Whether an error is of the catalogue and has one of the codes. */
export function hasCode(error: unknown, ...codes: readonly ErrorCode[]): error is NianbaoError {
  return error instanceof NianbaoError && codes.includes(error.code);
}
