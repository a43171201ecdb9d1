import { createReadStream, createWriteStream } from 'node:fs';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { basename, dirname, join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { promisify } from 'node:util';
import { brotliDecompress, createBrotliDecompress } from 'node:zlib';
import type { InstalledBrowser } from './installed-browser.ts';
import { complaintOfProgram } from './complaint-of-program.ts';
import { readTar } from './read-tar.ts';
import { unpackedFolder } from './unpacked-folder.ts';

const BINARY = 'chrome-headless-shell';
const LIBRARIES = 'lib';

/** Whether the Chromium of the npm package can run on this machine at all. */
export function npmChromiumFits(platform: NodeJS.Platform, architecture: string): boolean {
  return platform === 'linux' && architecture === 'x64';
}

/**
 * Unpacks the Chromium that came with `npm ci` (about 2 s, once per version) into `cacheFolder`. We do not call the
 * package's own unpacking: it takes whatever lies at a fixed path in /tmp, and two processes can race in it.
 */
export async function unpackNpmChromium(cacheFolder: string): Promise<InstalledBrowser> {
  const source = packageFolder();
  const { version } = JSON.parse(await readFile(join(source, 'package.json'), 'utf8')) as { version: string };
  const folder = await unpackedFolder(cacheFolder, {
    name: `chromium-${version}`,
    files: [BINARY, join(LIBRARIES, 'libnss3.so')],
    fill: (draft) => fill(join(source, 'bin'), draft),
  });
  const executablePath = join(folder, BINARY);
  // A system without libnss3 and its kin can not even load the program; only then are the package's copies put first.
  const complaint = await complaintOfProgram(executablePath);
  return { executablePath, ...(complaint === undefined ? {} : { libraryPath: join(folder, LIBRARIES) }) };
}

// The package exports no package.json, so its folder is found through its main module, build/cjs/index.cjs.
function packageFolder(): string {
  return dirname(dirname(dirname(createRequire(import.meta.url).resolve('@sparticuz/chromium'))));
}

async function fill(source: string, folder: string): Promise<void> {
  await Promise.all([
    pipeline(
      createReadStream(join(source, 'chromium.br')),
      createBrotliDecompress({ chunkSize: 2 ** 21 }),
      createWriteStream(join(folder, BINARY), { mode: 0o700 }),
    ),
    unpackLibraries(join(source, 'al2023.tar.br'), join(folder, LIBRARIES)),
  ]);
}

async function unpackLibraries(archive: string, folder: string): Promise<void> {
  await mkdir(folder, { mode: 0o700 });
  const tar = await promisify(brotliDecompress)(await readFile(archive));
  for (const file of readTar(tar)) {
    await writeFile(join(folder, basename(file.path)), file.content, { mode: file.mode });
  }
}
