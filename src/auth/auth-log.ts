/** What signing in logs. */
export type AuthLog = (event: {
  readonly level: 'info' | 'warn' | 'error';
  readonly message: string;
  readonly [field: string]: unknown;
}) => void;
