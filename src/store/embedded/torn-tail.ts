import { appendFile, open, type FileHandle } from 'node:fs/promises';
import type { StoreLog } from '../documents/store-log.ts';

const newline = 0x0a;

/**
 * Cuts an unfinished last line off a data file: its write was never acknowledged, and the next append would run on in
 * it. The cut bytes are kept beside in `<file>.torn`.
 */
export async function cutTornTail(file: string, log: StoreLog): Promise<void> {
  const handle = await open(file, 'r+').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return undefined;
    throw error;
  });
  try {
    if (handle) await cut(handle, file, log);
  } finally {
    await handle?.close();
  }
}

async function cut(handle: FileHandle, file: string, log: StoreLog): Promise<void> {
  const { size } = await handle.stat();
  const end = await endOfLastLine(handle, size);
  if (end === size) return;
  const tail = Buffer.alloc(size - end);
  await handle.read(tail, 0, tail.length, end);
  await appendFile(`${file}.torn`, Buffer.concat([tail, Buffer.of(newline)]), { flush: true });
  await handle.truncate(end);
  await handle.sync();
  log({ level: 'warn', message: 'cut an unfinished line off a data file', file, bytes: tail.length });
}

/** The offset behind the last newline. */
async function endOfLastLine(handle: FileHandle, size: number): Promise<number> {
  const chunk = Buffer.alloc(65_536);
  let end = size;
  while (end > 0) {
    const start = Math.max(0, end - chunk.length);
    const { bytesRead } = await handle.read(chunk, 0, end - start, start);
    const found = chunk.subarray(0, bytesRead).lastIndexOf(newline);
    if (found >= 0) return start + found + 1;
    end = start;
  }
  return 0;
}
