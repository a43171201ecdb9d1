import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { LAST_RESORT, packageFile } from './font-faces.ts';
import { unpackedFolder } from './unpacked-folder.ts';
import { unpackWoff } from './unpack-woff.ts';

const CONFIGURATION = 'fonts.conf';
const FONT = 'fonts/last-resort.ttf';

/**
 * Path of a fontconfig file that shows Chromium a single font, our last resort, instead of the system's, so that a
 * page looks the same on every machine. The font is unpacked into `cacheFolder` once per version.
 */
export async function privateFontConfiguration(cacheFolder: string): Promise<string> {
  const folder = await unpackedFolder(cacheFolder, {
    name: `fonts-${await packageVersion()}`,
    files: [CONFIGURATION, FONT],
    fill: async (draft) => {
      await mkdir(join(draft, 'fonts'));
      await writeFile(join(draft, FONT), unpackWoff(await readFile(packageFile(LAST_RESORT))));
      await writeFile(join(draft, CONFIGURATION), configuration());
    },
  });
  return join(folder, CONFIGURATION);
}

async function packageVersion(): Promise<string> {
  const file = packageFile('@fontsource/lxgw-wenkai/package.json');
  return (JSON.parse(await readFile(file, 'utf8')) as { version: string }).version;
}

// Relative paths: the folder gets its final name only after it was filled.
function configuration(): string {
  return `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <dir prefix="relative">fonts</dir>
  <cachedir prefix="xdg">fontconfig</cachedir>
</fontconfig>
`;
}
