import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { importReport } from '#importers/import-report.ts';
import { readDocument } from '#importers/read-document.ts';
import { PluginHost } from '#plugin-host/plugin-host.ts';
import type { Print } from '#plugin-host/running/plugin-runner.ts';
import { subjectOfReport } from '#rendering/subject-of-report.ts';
import { ReportRenderer } from '#rendering/report-renderer.ts';
import type { Report } from '#reports/report.ts';
import { openEmbeddedStore } from '#store/embedded/open-embedded-store.ts';
import type { Store } from '#store/store.ts';
import { readSample } from '../gateway/read-sample.ts';
import { golden } from '../plugin-host/hosts.ts';
import { writePlugin } from '../plugin-host/write-plugin.ts';

const code = `export default { renderers: { printed: { render: (document, options, { print }) =>
  print({ html: document.title, layout: {} }) } } };`;
const control = () => ({ signal: new AbortController().signal, progress: () => undefined });

describe('renderings of a report', () => {
  let folder: string;
  let store: Store;
  let report: Report;
  let plugins: PluginHost;
  const print = vi.fn<Print>(({ html }) => Promise.resolve(Buffer.from(html)));

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'nianbao-renderer-'));
    store = await openEmbeddedStore({ folder, log: () => undefined });
    const { id } = await importReport(store, await readDocument(await readSample()));
    report = (await store.reports.seenBy('everything').find(id, 'all')) as Report;
    await writePlugin(join(folder, 'plugins'), { name: 'printed', code, manifest: { needs: ['print'] } });
    const folders = [{ path: join(folder, 'plugins'), builtIn: false }];
    plugins = new PluginHost({ folders, print, golden, log: () => undefined });
    await plugins.registerAll();
    print.mockClear();
  });

  afterEach(async () => {
    await plugins.close();
    await store.close();
    await rm(folder, { recursive: true });
  });

  it('are made once for all who ask at the same time, and say whether they were made or found', async () => {
    const renderer = new ReportRenderer(plugins, store.artifacts);
    const prepared = await renderer.prepare(subjectOfReport(report), 'printed', {});
    const made = await Promise.all(Array.from({ length: 4 }, () => renderer.render(prepared, control())));
    expect(print).toHaveBeenCalledTimes(1);
    expect(made.map(({ fromCache }) => fromCache)).toEqual([false, false, false, false]);
    const found = await renderer.render(prepared, control());
    expect(found).toEqual({ ...made[0], fromCache: true });
    expect(print).toHaveBeenCalledTimes(1);
  });

  it('are made again when the browser or its fonts have changed, where the renderer prints', async () => {
    const keyWith = async (printer: string) => {
      const renderer = new ReportRenderer(plugins, store.artifacts, () => Promise.resolve(printer));
      return (await renderer.prepare(subjectOfReport(report), 'printed', {})).key;
    };
    expect(await keyWith('Chromium 1')).toBe(await keyWith('Chromium 1'));
    expect(await keyWith('Chromium 2')).not.toBe(await keyWith('Chromium 1'));
  });
});
