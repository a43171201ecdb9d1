import { createHash } from 'node:crypto';
import { LRUCache } from 'lru-cache';
import { NianbaoError } from '#errors/nianbao-error.ts';
import type { ArtifactStore, RenderingRecord, Shown } from '#store/artifact-store.ts';
import type {
  RenderControl,
  RendererCatalogue,
  RendererOptions,
  RenderSubject,
  SubjectMaker,
} from './renderer-catalogue.ts';
import { renderingKey } from './rendering-key.ts';
import { SharedWork } from './shared-work.ts';

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
  /** What it shows, which says who may fetch it; undefined: nobody, unless it shows something else as well. */
  readonly shown: Shown | undefined;
}

function withoutControls(title: string): string {
  // oxlint-disable-next-line no-control-regex
  return title.replace(/[\u0000-\u001f\u007f/\\:*?"<>|]/gu, ' ').trim();
}

/** Renders reports and other documents, and keeps what was rendered. The same document, renderer and options are rendered once. */
export class ReportRenderer {
  readonly renderers: RendererCatalogue;
  readonly #artifacts: ArtifactStore;
  readonly #printer: () => Promise<string>;
  readonly #noted = new LRUCache<string, true>({ max: 10_000, ttl: 60_000 });
  readonly #shared = new SharedWork<FinishedRendering>();

  /** `printer` says with which browser and fonts pages are printed. */
  constructor(renderers: RendererCatalogue, artifacts: ArtifactStore, printer = () => Promise.resolve('')) {
    this.renderers = renderers;
    this.#artifacts = artifacts;
    this.#printer = printer;
  }

  /** UNKNOWN_RENDERER, SUBJECT_UNSUPPORTED or RENDERER_OPTIONS_INVALID before any work is done. */
  async prepare(
    make: SubjectMaker,
    renderer: string,
    options: RendererOptions,
    shown?: Shown,
  ): Promise<PreparedRendering> {
    const registered = this.renderers.get(renderer);
    const complete = this.renderers.completeOptions(renderer, options);
    const subject = make(this.renderers.documentOptions(renderer, complete));
    if (!subject[registered.begins]) throw new NianbaoError('SUBJECT_UNSUPPORTED', { renderer });
    const printer = registered.prints ? await this.#printer() : '';
    const key = renderingKey(subject, registered, { options: complete, printer });
    return { key, subject, renderer, options: complete, shown };
  }

  /** The kept rendering, or null. */
  async find(prepared: PreparedRendering): Promise<RenderingRecord | null> {
    const kept = await this.#artifacts.find(prepared.key);
    if (kept) await this.#note(prepared);
    return kept;
  }

  /**
   * Finds or makes the document. Callers that ask for the same one while it is made share the work; it is aborted when
   * the last of them has left.
   */
  async render(prepared: PreparedRendering, control: RenderControl): Promise<FinishedRendering> {
    const finished = await this.#shared.join(prepared.key, control, async (shared) => {
      const kept = await this.#artifacts.find(prepared.key);
      return kept ? { ...kept, fromCache: true } : this.#make(prepared, shared);
    });
    await this.#note(prepared, !finished.fromCache);
    return finished;
  }

  /** Whoever asks for the same again within a minute costs no writing. */
  async #note({ key, shown }: PreparedRendering, anew = false): Promise<void> {
    if (shown === undefined) return;
    const note = JSON.stringify([key, shown]);
    if (!anew && this.#noted.has(note)) return;
    await this.#artifacts.noteShown(key, shown);
    this.#noted.set(note, true);
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
