import { createHash } from 'node:crypto';
import { NianbaoError } from '#errors/nianbao-error.ts';
import type { ArtifactStore, RenderingRecord } from '#store/artifact-store.ts';
import type { RenderControl, RendererCatalogue, RendererOptions, RenderSubject } from './renderer-catalogue.ts';
import { renderingKey } from './rendering-key.ts';

/** A finished document. */
export interface FinishedRendering extends RenderingRecord {
  readonly fromCache: boolean;
}

/** A rendering that is asked for, with everything checked. */
export interface PreparedRendering {
  readonly key: string;
  readonly subject: RenderSubject;
  readonly renderer: string;
  readonly options: RendererOptions;
}

function withoutControls(title: string): string {
  // oxlint-disable-next-line no-control-regex
  return title.replace(/[\u0000-\u001f\u007f/\\:*?"<>|]/gu, ' ').trim();
}

/** Renders reports and other documents, and keeps what was rendered. The same document, renderer and options are rendered once. */
export class ReportRenderer {
  readonly renderers: RendererCatalogue;
  readonly #artifacts: ArtifactStore;
  readonly #underWay = new Map<string, Promise<FinishedRendering>>();

  constructor(renderers: RendererCatalogue, artifacts: ArtifactStore) {
    this.renderers = renderers;
    this.#artifacts = artifacts;
  }

  /** UNKNOWN_RENDERER, SUBJECT_UNSUPPORTED or RENDERER_OPTIONS_INVALID before any work is done. */
  prepare(subject: RenderSubject, renderer: string, options: RendererOptions): PreparedRendering {
    const registered = this.renderers.get(renderer);
    if (!subject[registered.begins]) throw new NianbaoError('SUBJECT_UNSUPPORTED', { renderer });
    const complete = this.renderers.completeOptions(renderer, options);
    return { key: renderingKey(subject, registered, complete), subject, renderer, options: complete };
  }

  /** The kept rendering, or null. */
  async find({ key }: PreparedRendering): Promise<RenderingRecord | null> {
    return this.#artifacts.find(key);
  }

  /** Finds or makes the document. Callers that ask for the same one while it is made share the work and its fate. */
  async render(prepared: PreparedRendering, control: RenderControl): Promise<FinishedRendering> {
    const kept = await this.find(prepared);
    if (kept) return { ...kept, fromCache: true };
    const underWay = this.#underWay.get(prepared.key);
    if (underWay) return underWay;
    const work = this.#make(prepared, control).finally(() => this.#underWay.delete(prepared.key));
    this.#underWay.set(prepared.key, work);
    return work;
  }

  async #make(prepared: PreparedRendering, control: RenderControl): Promise<FinishedRendering> {
    const { key, subject, renderer, options } = prepared;
    const { mediaType, fileExtension } = this.renderers.get(renderer);
    const bytes = await this.renderers.run(renderer, options, subject, control);
    const record: RenderingRecord = {
      renderer,
      mediaType,
      byteLength: bytes.byteLength,
      sha256: createHash('sha256').update(bytes).digest('hex'),
      filename: `${withoutControls(subject.document.title)}.${fileExtension}`,
    };
    await this.#artifacts.save(key, record, bytes);
    return { ...record, fromCache: false };
  }
}
