// `npm install` once, then `npm test`.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { checkPlugin, samples } from 'nianbao/plugin-testing';

test('keeps the renderer contract', async (t) => {
  for await (const { renderer, title, passed, reason } of checkPlugin(new URL('.', import.meta.url)))
    await t.test(`${renderer ?? 'the plugin'}: ${title}`, () => assert.ok(passed, reason ?? undefined));
});

test('leaves out zeros when it is told to', async () => {
  // Imported here: the contract is TypeScript, which the import above teaches older versions of Node to read.
  const { default: plugin } = await import('./index.mjs');
  const { document } = samples.find(({ id }) => id === 'ordinary');
  const { signal } = new AbortController();
  const text = plugin.renderers['my-renderer'].render(document, { mark: '-', zeros: false }, { signal });
  assert.match(text, /^- .+: [1-9]\d* 件$/mu);
  assert.doesNotMatch(text, /: 0 /u);
});
