import { readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { parseSync } from 'oxc-parser';

/** One import, type imports included; `target` is a path from the repository's root, or the name of a package. */
export interface Import {
  readonly from: string;
  readonly target: string;
  readonly isPackage: boolean;
}

function resolve(from: string, specifier: string): Omit<Import, 'from'> {
  if (specifier.startsWith('#')) return { target: `src/${specifier.slice(1)}`, isPackage: false };
  if (specifier.startsWith('.')) return { target: normalize(join(dirname(from), specifier)), isPackage: false };
  return { target: specifier, isPackage: true };
}

/** Every import, re-export and dynamic import of a file. */
export function importsOf(root: string, from: string): Import[] {
  const text = readFileSync(join(root, from), 'utf8');
  const { module } = parseSync(from, text);
  const specifiers = [
    ...module.staticImports.map(({ moduleRequest }) => moduleRequest.value),
    ...module.staticExports.flatMap(({ entries }) =>
      entries.flatMap(({ moduleRequest }) => moduleRequest?.value ?? []),
    ),
    ...module.dynamicImports.map(
      ({ moduleRequest }) => /^['"`](.*)['"`]$/u.exec(text.slice(moduleRequest.start, moduleRequest.end))?.[1] ?? '',
    ),
  ];
  return [...new Set(specifiers)]
    .filter((specifier) => specifier !== '')
    .map((specifier) => ({ from, ...resolve(from, specifier) }));
}
