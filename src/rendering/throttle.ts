/**
 * A call that runs the task at once or, when it ran a moment ago or runs still, once more as soon as that is over. Calls
 * meanwhile are one call. The task does not reject.
 */
export function createThrottle(task: () => Promise<void>, pauseMilliseconds: number): () => void {
  let isBusy = false;
  let isWanted = false;

  async function run(): Promise<void> {
    isBusy = true;
    isWanted = false;
    await task();
    setTimeout(() => {
      isBusy = false;
      if (isWanted) void run();
    }, pauseMilliseconds).unref();
  }

  return () => {
    isWanted = true;
    if (!isBusy) void run();
  };
}
