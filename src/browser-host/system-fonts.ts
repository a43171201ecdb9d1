import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { LAST_RESORT, packageFile } from './font-faces.ts';
import { unpackedFolder } from './unpacked-folder.ts';
import { unpackWoff } from './unpack-woff.ts';

const CONFIGURATION = 'fonts.conf';
const FONTS = 'fonts';

/**
 * Path of a fontconfig file that shows Chromium our last-resort font instead of the system's, so that a
 * page looks the same on every machine. The font is unpacked into `cacheFolder` once per version.
 */
export async function privateFontConfiguration(cacheFolder: string): Promise<string> {
  const folder = await unpackedFolder(cacheFolder, {
    name: `fonts-${await packageVersion()}`,
    files: [CONFIGURATION, ...LAST_RESORT.map(fontPath)],
    fill: async (draft) => {
      await mkdir(join(draft, FONTS));
      await Promise.all(LAST_RESORT.map((font) => unpackFont(font, join(draft, fontPath(font)))));
      await writeFile(join(draft, CONFIGURATION), configuration());
    },
  });
  return join(folder, CONFIGURATION);
}

function fontPath(font: string): string {
  return join(FONTS, `${basename(font, '.woff')}.ttf`);
}

async function unpackFont(font: string, target: string): Promise<void> {
  await writeFile(target, unpackWoff(await readFile(packageFile(font))));
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
  <dir prefix="relative">${FONTS}</dir>
  <cachedir prefix="xdg">fontconfig</cachedir>
</fontconfig>
`;
}
