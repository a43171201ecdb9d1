import { createMutex } from './mutex.ts';

/** Resolves while the exclusion still holds, prolonging it; rejects with STORE_UNAVAILABLE when it was lost. */
export type StillAlone = () => Promise<void>;

/**
 * Runs a task while no other task of the same exclusion runs, in any process that has the database open. The task asks
 * from time to time, and before a change that depends on what it read, whether that still holds.
 */
export type Exclusion = <Result>(task: (stillAlone: StillAlone) => Promise<Result>) => Promise<Result>;

/** An exclusion for a database that one process has to itself. */
export function createLocalExclusion(): Exclusion {
  const oneByOne = createMutex();
  return (task) => oneByOne(() => task(() => Promise.resolve()));
}
