import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import type { Candidate } from './candidates.ts';

const number = /\d+(?:\.\d+){2,3}/u;

/** The version number in what a browser says of itself, for example `156.0.8078.79`; empty when there is none. */
export function versionNumber(text: string): string {
  return number.exec(text)?.[0] ?? '';
}

/** Version of the first Chromium that can tell it, without starting one; empty when none can. */
export async function programVersion(candidates: readonly Candidate[]): Promise<string> {
  for (const { install } of candidates) {
    const version = await install()
      .then(askProgram)
      .catch(() => '');
    if (version !== '') return version;
  }
  return '';
}

async function askProgram({ executablePath, libraryPath }: Awaited<ReturnType<Candidate['install']>>): Promise<string> {
  const env = libraryPath === undefined ? {} : { LD_LIBRARY_PATH: libraryPath };
  const options = { timeout: 10_000, env: { PATH: '/usr/local/bin:/usr/bin:/bin', ...env } };
  const { stdout } = await promisify(execFile)(executablePath, ['--version'], options);
  return versionNumber(stdout);
}
