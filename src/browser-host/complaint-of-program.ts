import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

/** What a browser says when it can not even tell its version (such as a library that is missing), or undefined. */
export async function complaintOfProgram(
  executablePath: string,
  environment?: Readonly<Record<string, string>>,
): Promise<string | undefined> {
  const options = { timeout: 10_000, ...(environment === undefined ? {} : { env: environment }) };
  return promisify(execFile)(executablePath, ['--version'], options).then(
    () => undefined,
    (error: Error & { stderr?: string }) => error.stderr?.trim() || error.message,
  );
}
