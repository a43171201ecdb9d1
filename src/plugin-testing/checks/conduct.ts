import { setTimeout as pause } from 'node:timers/promises';
import type { Rendered } from '#plugin-api/renderer.ts';
import { ContractFault } from '../contract-fault.ts';
import { samples } from '../samples.ts';
import type { RendererCheck } from './renderer-check.ts';

/** A gateway waits for a quarter of a second; a busy machine is allowed more. */
const GRACE_MILLISECONDS = 5000;
/** Times are often written to the second. */
const CLOCK_MILLISECONDS = 1100;

/** A renderer whose caller has gone stops, or is done soon. */
export const abort: RendererCheck = {
  id: 'abort',
  title: { zh: '调用方离开（signal）后及时停止', en: 'stops soon when its signal aborts' },
  samples: samples.slice(0, 1),
  run: async (renderer, sample) => {
    const fault = await renderer.abandon(sample, GRACE_MILLISECONDS);
    if (!fault) return;
    throw new ContractFault(
      {
        zh: '调用方离开 {seconds} 秒后仍未停止，或进程已结束（{word}）：请留意 context.signal',
        en: 'it was still at work {seconds} s after its caller had gone, or its process ended ({word}): heed context.signal',
      },
      { seconds: GRACE_MILLISECONDS / 1000, word: fault.fault },
    );
  },
};

function differAt(one: Rendered, other: Rendered): number {
  const [left, right] = [Buffer.from(one), Buffer.from(other)];
  const place = left.findIndex((byte, index) => byte !== right[index]);
  if (place >= 0) return place;
  return left.byteLength === right.byteLength ? -1 : left.byteLength;
}

/** A renderer that says so gives the same bytes for the same document, whenever it is asked. */
export const deterministic: RendererCheck = {
  id: 'deterministic',
  title: { zh: '两次渲染的字节完全相同', en: 'gives the same bytes twice' },
  samples: samples.slice(0, 1),
  applies: (manifest) => manifest.deterministic,
  run: async (renderer, sample) => {
    const { output, at } = await renderer.first(sample);
    await pause(Math.max(0, at + CLOCK_MILLISECONDS - performance.now()));
    const place = differAt(output, await renderer.render(sample));
    if (place < 0) return;
    throw new ContractFault(
      {
        zh: '两次输出从第 {place} 字节起不同：去掉时间和随机数，或在清单中写 "deterministic": false',
        en: 'two outputs differ from byte {place} on: leave out times and random numbers, or say "deterministic": false',
      },
      { place },
    );
  },
};
