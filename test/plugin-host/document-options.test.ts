import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { RendererCatalogue } from '#rendering/renderer-catalogue.ts';
import { ReportRenderer } from '#rendering/report-renderer.ts';
import type { ArtifactStore } from '#store/artifact-store.ts';
import { closeHosts, golden, openHost, plainStates, rewrite, type TestHost } from './hosts.ts';
import { writePlugin } from './write-plugin.ts';

const limits = { milliseconds: 2000, outputBytes: 100_000 };
const properties = {
  locale: { enum: ['zh-CN', 'en'], default: 'zh-CN' },
  checks: { type: 'boolean', default: true },
};
const options = { type: 'object', additionalProperties: false, properties };

describe('options that say how the document is made', () => {
  let opened: TestHost;

  beforeEach(async () => {
    opened = await openHost([]);
    await writePlugin(opened.folder, {
      name: 'prints',
      manifest: { limits, options, documentOptions: ['locale', 'checks'] },
    });
    await writePlugin(opened.folder, {
      name: 'after',
      takes: { renderer: 'prints', options: { checks: false }, pass: ['locale'] },
      manifest: { limits, options: { type: 'object', properties: { locale: properties.locale } } },
    });
    await opened.host.registerAll();
  });

  afterEach(() => closeHosts(opened));

  const asked = (id: string, given: object) =>
    opened.host.documentOptions(id, opened.host.completeOptions(id, given as Record<string, unknown>));

  it('are those that the manifest names, with their defaults', () => {
    expect(plainStates(opened.host).map(({ state }) => state)).toEqual(['ACTIVE', 'ACTIVE']);
    expect(asked('prints', {})).toEqual({ locale: 'zh-CN', checks: true });
    expect(asked('prints', { locale: 'en', checks: false })).toEqual({ locale: 'en', checks: false });
  });

  it('reach the first renderer of a chain as the others hand them on', () => {
    expect(asked('after', { locale: 'en' })).toEqual({ locale: 'en', checks: false });
  });

  it('make the document before its key is known', async () => {
    const renderer = new ReportRenderer(opened.host satisfies RendererCatalogue, {} as ArtifactStore);
    const make = (document: object) => ({ document: { ...golden.document, ...document } });
    const prepare = (locale: string) =>
      renderer.prepare(({ locale: language = '' }) => make({ language }), 'after', { locale });
    const [english, chinese] = [await prepare('en'), await prepare('zh-CN')];
    expect(english.subject.document.language).toBe('en');
    expect(english.key).not.toBe(chinese.key);
  });

  it('are refused when the contract has none of the name', async () => {
    await writePlugin(opened.folder, { name: 'other', manifest: { limits, documentOptions: ['checks'] } });
    await rewrite(join(opened.folder, 'other', 'plugin.json'), '"checks"', '"colour"');
    await opened.host.registerAll();
    expect(plainStates(opened.host)).toContainEqual(
      expect.objectContaining({ name: 'other', state: 'FAILED', error: expect.stringContaining('documentOptions') }),
    );
  });
});
