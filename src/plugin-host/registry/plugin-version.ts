import { setTimeout as pause } from 'node:timers/promises';
import type { NianbaoError } from '#errors/nianbao-error.ts';
import type { PluginManifest, RendererManifest } from '#plugin-api/manifest.ts';
import type { RendererBreaker } from '../running/renderer-breaker.ts';
import type { OptionsCheck } from '../loading/options.ts';
import type { PluginRunner } from '../running/plugin-runner.ts';

/** How far a version of a plugin is in its life. */
export type VersionState = 'loading' | 'probing' | 'active' | 'draining' | 'closed';

/** A renderer of a version. */
export interface LoadedRenderer {
  readonly manifest: RendererManifest;
  readonly completeOptions: OptionsCheck;
  readonly breaker: RendererBreaker;
}

/** What came of probing a version. */
export interface Trial {
  /** What its renderers took their input from at the time. */
  readonly chains: string;
  readonly fault: NianbaoError | undefined;
}

/** What a version is made of. */
export interface VersionParts {
  readonly manifest: PluginManifest;
  readonly digest: string;
  readonly runner: PluginRunner;
  readonly renderers: readonly LoadedRenderer[];
  /** Removes what was made for it. */
  readonly cleanUp: () => Promise<void>;
}

/** Requests that have looked at a version but not begun yet still find it for so long. */
const GRACE_MILLISECONDS = 1000;

/** One version of a plugin, loaded: its code runs until nobody needs it any more. */
export class PluginVersion {
  readonly manifest: PluginManifest;
  readonly digest: string;
  readonly renderers: readonly LoadedRenderer[];
  readonly runner: PluginRunner;
  /** Of the last time that it was probed. */
  trial: Trial | undefined;
  readonly #cleanUp: () => Promise<void>;
  #state: VersionState = 'loading';
  #users = 0;
  #onIdle: (() => void) | undefined;
  #closed: Promise<void> | undefined;

  constructor({ manifest, digest, runner, renderers, cleanUp }: VersionParts) {
    this.manifest = manifest;
    this.digest = digest;
    this.runner = runner;
    this.renderers = renderers;
    this.#cleanUp = cleanUp;
  }

  get state(): VersionState {
    return this.#state;
  }

  /** Whether requests are still being finished that began before it was retired. */
  get isDraining(): boolean {
    return this.#state === 'draining' && this.#users > 0;
  }

  /** Goes on to the next state; one that ends does not come back. */
  become(state: 'probing' | 'active'): void {
    if (this.#state !== 'closed' && this.#state !== 'draining') this.#state = state;
  }

  /** Keeps the version while somebody works with it; call what is returned when done. */
  hold(): () => void {
    this.#users++;
    return () => {
      if (--this.#users === 0) this.#onIdle?.();
    };
  }

  /** Ends the version once the requests that began with it are done. */
  async drain(): Promise<void> {
    if (this.#state === 'closed') return this.#closed;
    this.#state = 'draining';
    await pause(GRACE_MILLISECONDS, undefined, { ref: false });
    if (this.#users > 0)
      await new Promise<void>((resolve) => {
        this.#onIdle = resolve;
      });
    await this.close();
  }

  /** Ends the version at once. */
  close(): Promise<void> {
    this.#state = 'closed';
    this.#onIdle?.();
    return (this.#closed ??= this.runner.close().then(() => this.#cleanUp()));
  }
}
