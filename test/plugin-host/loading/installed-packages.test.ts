import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { openHost } from '../hosts.ts';
import { writePlugin } from '../write-plugin.ts';

const code = (packages: string) => `import { readFileSync } from 'node:fs';
import other from 'other';
import { CONTRACT_VERSION } from 'nianbao/plugin-api';
const read = (folder) => {
  try { return readFileSync(folder + '/nianbao/secret', 'utf8'); } catch (error) { return error.code; }
};
const found = [other, typeof CONTRACT_VERSION, read(process.cwd() + '/node_modules'), read(${JSON.stringify(packages)})];
export default { renderers: { reads: { render: () => found.join(' ') } } };`;

it('lets a plugin use its packages, but not read the folder of the gateway that npm has linked for its tests', async () => {
  const { folder, host, render, close } = await openHost([]);
  const gateway = await mkdtemp(join(tmpdir(), 'nianbao-linked-'));
  await writeFile(join(gateway, 'secret'), 'secret');
  const packages = join(folder, 'reads', 'node_modules');
  await mkdir(join(packages, 'other'), { recursive: true });
  await writeFile(join(packages, 'other', 'index.mjs'), "export default 'other';");
  await writeFile(join(packages, 'other', 'package.json'), '{ "name": "other", "exports": "./index.mjs" }');
  await symlink(gateway, join(packages, 'nianbao'));
  await writePlugin(folder, { name: 'reads', code: code(packages) });
  await host.register('reads');
  expect(await render('reads')).toMatch(/^other string (ERR_ACCESS_DENIED|ENOENT) ERR_ACCESS_DENIED$/u);
  await close();
  await rm(gateway, { recursive: true });
});
