import { spawn, spawnSync } from 'node:child_process';

const PROGRAM = 'lou_translate';

/** A sentence for whoever wonders why there is no braille. */
const WANTED =
  'liblouis is missing: install it (Debian and Ubuntu: apt-get install liblouis-bin) and register the plugin again. ' +
  '未找到 liblouis，请安装后重新注册本插件（Debian、Ubuntu：apt-get install liblouis-bin）。';

/** Throws when liblouis is not installed, or when no program may be started from here. */
export function requireTranslator(): void {
  const { error, status } = spawnSync(PROGRAM, ['--version'], { stdio: 'ignore' });
  if (error !== undefined || status !== 0) throw new Error(WANTED, { cause: error });
}

/**
 * Lines in braille as Unicode patterns, one for each. `table` is a translation table of liblouis. Rejects when the
 * program fails, or is ended because `signal` aborts.
 */
export async function translateLines(
  lines: readonly string[],
  table: string,
  signal: AbortSignal,
): Promise<readonly string[]> {
  if (lines.length === 0) return [];
  const output = await run([`unicode.dis,${table}`], `${lines.join('\n')}\n`, signal);
  const translated = output.replace(/\n$/u, '').split('\n');
  if (translated.length === lines.length) return translated;
  throw new Error(`${PROGRAM} answered ${lines.length} lines with ${translated.length}.`);
}

function run(arguments_: readonly string[], input: string, signal: AbortSignal): Promise<string> {
  return new Promise((resolve, reject) => {
    const child = spawn(PROGRAM, arguments_, { signal, stdio: ['pipe', 'pipe', 'ignore'] });
    const chunks: Buffer[] = [];
    child.stdout.on('data', (chunk: Buffer) => chunks.push(chunk));
    // It reports its end by its status; what can not be written to it then is not news.
    child.stdin.on('error', () => undefined);
    child.on('error', reject);
    child.on('close', (status) => {
      if (status === 0) resolve(Buffer.concat(chunks).toString('utf8'));
      else reject(new Error(`${PROGRAM} ended with ${status}.`));
    });
    child.stdin.end(input);
  });
}
