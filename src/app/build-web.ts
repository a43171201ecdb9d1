import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { access, constants, mkdir, readFile, readdir } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { privateFolder, unpackedFolder } from '#browser-host/unpacked-folder.ts';
import type { WebBuild } from '#http/web-pages.ts';

const project = fileURLToPath(new URL('../..', import.meta.url));
const source = join(project, 'src', 'web');

/** Changes with every source of the reader and with the packages that it is built with and of. */
async function digestOfSources(): Promise<string> {
  const hash = createHash('sha256');
  const files = await readdir(source, { recursive: true, withFileTypes: true });
  const paths = files.filter((file) => file.isFile()).map(({ parentPath, name }) => join(parentPath, name));
  for (const path of [...paths.sort(), join(project, 'package.json')]) {
    hash.update(`${relative(project, path)}\0`).update(await readFile(path));
  }
  return hash.digest('hex').slice(0, 16);
}

async function runVite(outDir: string): Promise<void> {
  // Loaded here: it is needed only where there is no build yet.
  const { build } = await import('vite');
  await build({
    root: source,
    base: './',
    configFile: false,
    logLevel: 'error',
    mode: 'production',
    oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
    resolve: { alias: { react: 'preact/compat', 'react-dom': 'preact/compat' } },
    build: {
      outDir,
      emptyOutDir: true,
      target: 'es2022',
      assetsInlineLimit: 0,
      modulePreload: { polyfill: false },
      chunkSizeWarningLimit: 300,
    },
  });
}

/** Beside the packages where one may write there, as in a checkout and while an image is built. */
async function parentFolder(): Promise<string> {
  const cache = join(project, 'node_modules', '.cache');
  try {
    await mkdir(cache, { recursive: true });
    await access(cache, constants.W_OK);
    return cache;
  } catch {
    return privateFolder();
  }
}

/** The folder with the built reader; built when it is not there for these sources. */
export async function builtWebFolder(): Promise<string> {
  const name = `nianbao-web-${await digestOfSources()}`;
  // What an image brought along serves also where nobody may write.
  const brought = join(project, 'node_modules', '.cache', name);
  const isBrought = await access(join(brought, 'index.html')).then(
    () => true,
    () => false,
  );
  if (isBrought) return brought;
  return unpackedFolder(await parentFolder(), { name, files: ['index.html'], fill: runVite });
}

/** The reader as it is served: its page, and its files by name. */
export async function buildWeb(): Promise<WebBuild> {
  const folder = await builtWebFolder();
  const names = await readdir(join(folder, 'assets'));
  const read = async (name: string) => [`assets/${name}`, await readFile(join(folder, 'assets', name))] as const;
  return {
    page: await readFile(join(folder, 'index.html'), 'utf8'),
    files: new Map(await Promise.all(names.map(read))),
  };
}

/** The operations of the reader by their hash. */
export function webDocuments(): ReadonlyMap<string, string> {
  const text = readFileSync(join(source, 'generated', 'persisted-documents.json'), 'utf8');
  return new Map(Object.entries(JSON.parse(text) as Record<string, string>));
}
