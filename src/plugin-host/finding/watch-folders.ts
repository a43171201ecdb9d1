import { watch, type FSWatcher } from 'node:fs';

/** Folders are looked at this often even when nothing is heard of them: not every file system tells. */
const LOOK_MILLISECONDS = 1000;
/** Between hearing of a change and looking; and until a folder that changed is looked at again. */
const SETTLE_MILLISECONDS = 250;

/** Calls `look` when something may have changed below the folders, and once a second. False: look again soon. */
export function watchFolders(folders: readonly string[], look: () => Promise<boolean>): () => void {
  const watchers = folders.flatMap((folder) => listen(folder, () => soon(SETTLE_MILLISECONDS)));
  let timer: NodeJS.Timeout | undefined;
  let due = 0;
  let looking = false;
  let stopped = false;

  function soon(milliseconds: number): void {
    const at = Date.now() + milliseconds;
    if (stopped || looking || (timer && due <= at)) return;
    clearTimeout(timer);
    due = at;
    timer = setTimeout(() => void lookNow(), milliseconds);
    timer.unref();
  }

  async function lookNow(): Promise<void> {
    timer = undefined;
    looking = true;
    const settled = await look().catch(() => true);
    looking = false;
    soon(settled ? LOOK_MILLISECONDS : SETTLE_MILLISECONDS);
  }

  soon(LOOK_MILLISECONDS);
  return () => {
    stopped = true;
    clearTimeout(timer);
    for (const watcher of watchers) watcher.close();
  };
}

/** A folder that is not there, or that can not be watched, is looked at all the same. */
function listen(folder: string, onChange: () => void): FSWatcher[] {
  try {
    const watcher = watch(folder, { persistent: false }, onChange);
    return [watcher.on('error', () => watcher.close())];
  } catch {
    return [];
  }
}
