/** What the HTTP edge logs. */
export type HttpLog = (event: {
  readonly level: 'info' | 'warn' | 'error';
  readonly message: string;
  readonly cause?: unknown;
  readonly [field: string]: unknown;
}) => void;
