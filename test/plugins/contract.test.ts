import { readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { checkPluginFolder, type CheckResult } from '#app/check-plugin.ts';

const folder = new URL('../../plugins/', import.meta.url);
// It starts a program of the system, which the isolation that plugins are checked in forbids: docs/decisions/braille.md.
const withProgram = 'braille';
const names = readdirSync(folder, { withFileTypes: true })
  .flatMap((entry) => (entry.isDirectory() ? entry.name : []))
  .filter((name) => name !== withProgram);

it.each(names)('the plugin “%s” keeps the renderer contract', async (name) => {
  const results: CheckResult[] = [];
  for await (const result of checkPluginFolder(fileURLToPath(new URL(name, folder)), 'en')) results.push(result);
  expect(results.filter(({ passed }) => !passed)).toEqual([]);
  expect(results.map(({ check }) => check)).toEqual(
    expect.arrayContaining(['manifest', 'entry', 'default-options', 'wrong-options', 'output', 'limits', 'abort']),
  );
});
