import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The command's file. */
export const program = fileURLToPath(new URL('../../src/cli/nianbao.mjs', import.meta.url));

/** What a command said and how it ended. */
export interface Outcome {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs `nianbao` in a folder, with a store of its own below it unless the settings say otherwise. */
export function runProgram(
  folder: string,
  args: readonly string[],
  settings: NodeJS.ProcessEnv = {},
): Promise<Outcome> {
  const env = {
    ...process.env,
    NIANBAO_DATA_DIR: join(folder, 'data'),
    MONGODB_URI: '',
    NODE_OPTIONS: '',
    NIANBAO_LOG_LEVEL: 'warn',
    ...settings,
  };
  return new Promise((resolve) => {
    execFile(process.execPath, [program, ...args], { env, cwd: folder }, (error, stdout, stderr) => {
      resolve({ code: typeof error?.code === 'number' ? error.code : 0, stdout, stderr });
    });
  });
}
