/** Runs tasks one after the other, in the order of the calls. */
export type Mutex = <Result>(task: () => Promise<Result>) => Promise<Result>;

/** A mutex of its own. */
export function createMutex(): Mutex {
  let last: Promise<unknown> = Promise.resolve();
  return (task) => {
    const result = last.then(task);
    last = result.catch(() => undefined);
    return result;
  };
}
