import type { Sentence } from '#errors/locale.ts';
import type { RendererManifest } from '#plugin-api/manifest.ts';
import type { Sample } from '../samples.ts';
import type { TriedRenderer } from '../tried-renderer.ts';

/** One thing that the contract asks of a renderer. */
export interface RendererCheck {
  readonly id: string;
  /** What is asked; `{sample}` where it is asked for each sample. */
  readonly title: Sentence;
  /** It is tried once with each. */
  readonly samples: readonly Sample[];
  /** Whether the contract asks it of this renderer; of every one when it is left out. */
  readonly applies?: (manifest: RendererManifest) => boolean;
  /** Rejects with what is wrong. */
  readonly run: (renderer: TriedRenderer, sample: Sample) => Promise<void>;
}
