import type { PluginState } from './registry/plugin-slot.ts';

/** What the host logs. */
export type PluginLog = (event: {
  readonly level: 'info' | 'warn';
  readonly message: string;
  readonly plugin: string;
  readonly cause?: unknown;
}) => void;

/** Logs how a plugin stands now. */
export function logState(log: PluginLog, { name: plugin, state, version, error }: PluginState, cause: unknown): void {
  const level = error === null ? 'info' : 'warn';
  const message = [state.toLowerCase(), version, error?.message].filter(Boolean).join(' ');
  log({ level, message, plugin, ...(cause === undefined ? {} : { cause }) });
}
