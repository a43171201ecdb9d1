import { open } from 'node:fs/promises';

/**
 * Makes what was written to a file outlive a power loss. Calls that come while a flush runs share the next one.
 * It opens the file by name each time, because compaction puts another file in its place.
 */
export function createFlusher(file: string): () => Promise<void> {
  let running: Promise<void> = Promise.resolve();
  let next: Promise<void> | undefined;
  const start = () => {
    next = undefined;
    running = flush(file);
    return running;
  };
  return () => {
    next ??= running.then(start, start);
    return next;
  };
}

async function flush(file: string): Promise<void> {
  const handle = await open(file, 'r+');
  try {
    await handle.datasync();
  } finally {
    await handle.close();
  }
}
