import { longReport, samples } from '../samples.ts';
import { checkMediaType } from './media-type.ts';
import type { RendererCheck } from './renderer-check.ts';

/** Every sample becomes something of the media type that the manifest names. */
export const output: RendererCheck = {
  id: 'output',
  title: { zh: '渲染{sample}，输出与媒体类型相符', en: 'renders {sample} as its media type says' },
  samples,
  run: async (renderer, sample) => checkMediaType((await renderer.first(sample)).output, renderer.manifest.mediaType),
};

/** Time, size and memory of the manifest are enough for the longest report. */
export const limits: RendererCheck = {
  id: 'limits',
  title: {
    zh: '在限额（时间、大小、内存）内渲染{sample}',
    en: 'renders {sample} within its limits of time, size and memory',
  },
  samples: [longReport],
  run: async (renderer, sample) => void (await renderer.first(sample)),
};
