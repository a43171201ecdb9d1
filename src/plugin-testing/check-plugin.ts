import { phrase, type Locale, type Sentence } from '#errors/locale.ts';
import { readManifest } from '#plugin-host/loading/check-manifest.ts';
import { resolve } from 'node:path';
import { rendererChecks } from './checks/index.ts';
import type { RendererCheck } from './checks/renderer-check.ts';
import { describeFault } from './describe-fault.ts';
import { openPlugin, type OpenedPlugin, type OpenSettings } from './open-plugin.ts';
import type { Sample } from './samples.ts';
import type { TriedRenderer } from './tried-renderer.ts';

/** What became of one check. */
export interface CheckResult {
  readonly check: string;
  /** Null for a check of the plugin as a whole. */
  readonly renderer: string | null;
  readonly sample: string | null;
  /** What was asked, for a person. */
  readonly title: string;
  readonly passed: boolean;
  readonly reason: string | null;
}

/** How a plugin is checked. */
export interface CheckSettings extends OpenSettings {
  /** Language of titles and reasons. */
  readonly locale: Locale;
}

type Asked = Pick<CheckResult, 'check' | 'renderer' | 'sample' | 'title'>;

async function judge(asked: Asked, locale: Locale, work: () => Promise<unknown>): Promise<CheckResult> {
  try {
    await work();
    return { ...asked, passed: true, reason: null };
  } catch (fault) {
    return { ...asked, passed: false, reason: describeFault(fault, locale) };
  }
}

function ofPlugin(check: string, title: Sentence, locale: Locale): Asked {
  return { check, renderer: null, sample: null, title: phrase(title, {}, locale) };
}

function ofRenderer({ id: check, title }: RendererCheck, renderer: string, sample: Sample, locale: Locale): Asked {
  const named = title.en.includes('{sample}');
  const words = phrase(title, { sample: phrase(sample.title, {}, locale) }, locale);
  return { check, renderer, sample: named ? sample.id : null, title: words };
}

async function* checkRenderer(renderer: TriedRenderer, locale: Locale): AsyncGenerator<CheckResult> {
  const { manifest } = renderer;
  for (const check of rendererChecks) {
    if (check.applies?.(manifest) === false) continue;
    for (const sample of check.samples)
      yield await judge(ofRenderer(check, manifest.id, sample, locale), locale, () => check.run(renderer, sample));
  }
}

const manifestTitle: Sentence = { zh: '清单 plugin.json 有效', en: 'its manifest, plugin.json, is valid' };
const entryTitle: Sentence = {
  zh: '入口可以加载，渲染器与选项模式齐备，上游渲染器存在',
  en: 'its entry loads with all renderers, their options schemas compile, and what they take is there',
};

/**
 * Holds a plugin against the contract, in the isolation of a gateway; one result after the other, as they come. A
 * plugin that can not be loaded is not tried further.
 */
export async function* checkPlugin(folder: string, settings: CheckSettings): AsyncGenerator<CheckResult> {
  const { locale } = settings;
  const manifest = await judge(ofPlugin('manifest', manifestTitle, locale), locale, () =>
    readManifest(resolve(folder)),
  );
  yield manifest;
  if (!manifest.passed) return;
  let opened: OpenedPlugin | undefined;
  try {
    yield await judge(ofPlugin('entry', entryTitle, locale), locale, async () => {
      opened = await openPlugin(folder, settings);
    });
    for (const renderer of opened?.renderers ?? []) yield* checkRenderer(renderer, locale);
  } finally {
    await opened?.close();
  }
}
