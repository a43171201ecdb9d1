import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

interface LockedPackage {
  readonly dev?: boolean;
  readonly link?: boolean;
  readonly license?: string;
  readonly integrity?: string;
  readonly resolved?: string;
  readonly hasInstallScript?: boolean;
}

const read = (name: string): unknown => JSON.parse(readFileSync(new URL(`../../${name}`, import.meta.url), 'utf8'));
const { packages } = read('package-lock.json') as { packages: Record<string, LockedPackage> };
const manifest = read('package.json') as {
  dependencies: Record<string, string>;
  devDependencies: Record<string, string>;
  allowScripts: Record<string, boolean>;
};
const locked = Object.entries(packages).filter(([path, { link }]) => path !== '' && link !== true);
const shipped = locked.filter(([, { dev }]) => dev !== true);

/** Licences under which what runs in production may be passed on with the project. */
const allowed = new Set([
  'MIT',
  'ISC',
  'Apache-2.0',
  'BSD-2-Clause',
  'BSD-3-Clause',
  '0BSD',
  'BlueOak-1.0.0',
  'Unlicense',
  'Python-2.0',
  'OFL-1.1',
  // Weak copyleft by file: used as they are.
  'MPL-2.0',
  '(MIT AND Zlib)',
  '(MIT OR GPL-3.0-or-later)',
]);

/** Packages whose manifests do not say; their LICENSE files do: MIT. */
const unsaid = ['node_modules/@seald-io/binary-search-tree', 'node_modules/format'];

describe('the packages that are installed', () => {
  it('are of licences that may be passed on, those that run in production', () => {
    const others = shipped.filter(([, { license = '' }]) => !allowed.has(license)).map(([path]) => path);
    expect(others).toEqual(unsaid);
    for (const path of unsaid) {
      const files = ['LICENSE', 'LICENSE.md', 'license', 'Readme.md', 'README.md'];
      const texts = files.map((file) => {
        try {
          return readFileSync(new URL(`../../${path}/${file}`, import.meta.url), 'utf8');
        } catch {
          return '';
        }
      });
      expect(texts.join('\n')).toMatch(/MIT|Permission is hereby granted/u);
    }
  });

  it('are locked with their digests, and come from the registry that npm is set to', () => {
    const loose = locked.filter(([, { integrity, resolved }]) => !integrity || resolved !== undefined);
    expect(loose.map(([path]) => path)).toEqual([]);
  });

  it('need no script when they are installed: each that has one is switched off by name', () => {
    const names = shipped
      .filter(([, one]) => one.hasInstallScript)
      .map(([path]) => path.replace(/^.*node_modules\//u, ''));
    for (const name of names) expect(manifest.allowScripts[name]).toBe(false);
  });

  it('are asked for in exact versions', () => {
    const versions = Object.values({ ...manifest.dependencies, ...manifest.devDependencies });
    for (const version of versions) expect(version).toMatch(/^\d+\.\d+\.\d+/u);
  });
});
