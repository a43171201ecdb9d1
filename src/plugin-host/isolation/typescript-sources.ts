import { readdir, readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

/** JavaScript by the address of the TypeScript file that it is of. */
export type Sources = Readonly<Record<string, string>>;

interface Transformer {
  readonly transform: (text: string, options: object) => Promise<{ readonly code: string }>;
}

const pluginApiFolder = fileURLToPath(new URL('../../plugin-api', import.meta.url));

/** tsx brings it along; it is needed only where Node can not read TypeScript. */
function loadTransformer(): Transformer {
  const ofTsx = createRequire(createRequire(import.meta.url).resolve('tsx'));
  return ofTsx('esbuild') as Transformer;
}

async function typescriptFiles(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { withFileTypes: true });
  const found = await Promise.all(
    entries.map(async (entry) => {
      const path = join(folder, entry.name);
      if (entry.isDirectory()) return entry.name === 'node_modules' ? [] : typescriptFiles(path);
      return /\.m?ts$/u.test(entry.name) && !entry.name.endsWith('.d.ts') ? [path] : [];
    }),
  );
  return found.flat();
}

/**
 * What a child needs in the place of TypeScript files of its plugin and of the contract. Empty where Node reads
 * TypeScript: 22.18 and newer.
 */
export async function typescriptSources(folder: string): Promise<Sources> {
  // The types are those of Node 20.
  if ((process.features as { readonly typescript?: unknown }).typescript) return {};
  const files = (await Promise.all([typescriptFiles(pluginApiFolder), typescriptFiles(folder)])).flat();
  const { transform } = loadTransformer();
  const rows = files.map(async (file) => {
    const { code } = await transform(await readFile(file, 'utf8'), { loader: 'ts', format: 'esm', target: 'node20' });
    return [pathToFileURL(file).href, code] as const;
  });
  return Object.fromEntries(await Promise.all(rows));
}
