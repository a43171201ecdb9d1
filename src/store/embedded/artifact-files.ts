import { randomUUID } from 'node:crypto';
import { mkdir, open, rename, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';

/** Where the bytes of that address are. */
export function artifactPath(folder: string, sha256: string): string {
  return join(folder, sha256.slice(0, 2), sha256);
}

/** Writes the bytes under their address: all of them or, when something breaks, nothing. */
export async function saveBytes(folder: string, sha256: string, bytes: Uint8Array): Promise<void> {
  const path = artifactPath(folder, sha256);
  const unfinished = `${path}.${randomUUID()}.unfinished`;
  await mkdir(dirname(path), { recursive: true });
  await writeFile(unfinished, bytes, { flush: true });
  await rename(unfinished, path);
  await flushFolder(dirname(path));
}

/** Makes the names in a folder outlive a power loss, where the system lets a folder be flushed. */
async function flushFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r').catch(() => undefined);
  try {
    await handle?.sync().catch(() => undefined);
  } finally {
    await handle?.close();
  }
}
