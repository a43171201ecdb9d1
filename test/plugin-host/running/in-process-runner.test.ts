import { setTimeout as pause } from 'node:timers/promises';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { readManifest } from '#plugin-host/loading/check-manifest.ts';
import { createInProcessRunner } from '#plugin-host/running/in-process-runner.ts';
import { goldenDocument } from '#plugin-host/choosing/golden-document.ts';

const folder = fileURLToPath(new URL('../../../plugins/docx', import.meta.url));

/** The garbage collector, which is not there for everybody. */
function collector(): () => void {
  setFlagsFromString('--expose-gc');
  return runInNewContext('gc') as () => void;
}

describe('a renderer of ours', () => {
  it('leaves nothing of a rendering in memory once it is over, though its deadline is far away', async () => {
    const collect = collector();
    const manifest = await readManifest(folder);
    const runner = await createInProcessRunner(folder, manifest);
    const { signal } = new AbortController();
    const outputs: WeakRef<Uint8Array>[] = [];
    const render = async () => {
      const order = { manifest: manifest.renderers[0]!, input: goldenDocument, options: {}, signal };
      const host = { log: () => {}, progress: () => {}, print: async () => new Uint8Array() };
      outputs.push(new WeakRef((await runner.render({ ...order, ...host })) as Uint8Array));
    };
    for (let times = 0; times < 5; times += 1) await render();
    await pause(10);
    collect();
    expect(outputs.map((output) => output.deref()?.byteLength)).toEqual(outputs.map(() => undefined));
  });
});
