import { readFile } from 'node:fs/promises';

/** The report that comes with the gateway, as it was extracted from its PDF. */
export function readSample(): Promise<string> {
  return readFile(new URL('../../src/app/sample/beiguan-gongxinju-2024.txt', import.meta.url), 'utf8');
}
