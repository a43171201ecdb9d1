import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readDocument } from '#importers/read-document.ts';
import type { RendererCatalogue } from '#rendering/renderer-catalogue.ts';
import { subjectOfReport } from '#rendering/subject-of-report.ts';
import { ReportRenderer } from '#rendering/report-renderer.ts';
import type { ArtifactStore } from '#store/artifact-store.ts';
import { readSample } from '../gateway/read-sample.ts';
import { closeHosts, openHost, plainStates, rewrite, type TestHost } from './hosts.ts';
import { writePlugin } from './write-plugin.ts';

const code = `export default { renderers: { values: { render: (values) => JSON.stringify(values) } } };`;
const manifest = { limits: { milliseconds: 2000, outputBytes: 100_000 } };

describe('a renderer that takes the plain values', () => {
  let opened: TestHost;

  beforeEach(async () => {
    opened = await openHost([]);
    await writePlugin(opened.folder, { name: 'values', takes: 'values', code, manifest });
    await writePlugin(opened.folder, { name: 'after', takes: { renderer: 'values' }, manifest });
    await opened.host.registerAll();
  });

  afterEach(() => closeHosts(opened));

  const source = async () => {
    const draft = await readDocument(Buffer.from(await readSample()));
    return { ...draft, organization: { name: draft.organization }, updatedAt: new Date('2025-01-20T00:00:00Z') };
  };

  it('is handed every figure by its path, the text, and the marks that stand for figures', async () => {
    const report = await source();
    const raws = { applications: { received: { total: '1 ', others: '/' } } };
    const figures = { applications: { received: { total: 1, others: null } } };
    const control = { signal: new AbortController().signal, progress: () => undefined };
    const subject = subjectOfReport({ ...report, narratives: { overview: '甲\n\n乙' }, figures, raws })({});
    const bytes = await opened.host.run('values', opened.host.completeOptions('values', {}), subject, control);
    expect(JSON.parse(Buffer.from(bytes).toString())).toEqual({
      title: report.title,
      organization: '北关区工信局',
      year: 2024,
      form: '2021',
      modified: '2025-01-20T00:00:00.000Z',
      narratives: { overview: '甲\n\n乙' },
      figures,
      marks: { applications: { received: { others: '/' } } },
    });
  });

  it('can be taken by others', async () => {
    expect(await opened.render('after')).toMatch(/^\{"title":"样本单位.*\} after 1\.0\.0$/u);
    expect(opened.host.get('after').begins).toBe('values');
  });

  it('is rendered again when the values change, and only then', async () => {
    const renderer = new ReportRenderer(opened.host satisfies RendererCatalogue, {} as ArtifactStore);
    const report = await source();
    const keyOf = async (one: typeof report, id = 'after') =>
      (await renderer.prepare(subjectOfReport(one), id, {})).key;
    expect(await keyOf({ ...report })).toBe(await keyOf(report));
    expect(await keyOf({ ...report, narratives: { ...report.narratives, overview: '改' } })).not.toBe(
      await keyOf(report),
    );
    expect(await keyOf(report, 'values')).not.toBe(await keyOf(report));
  });

  it('is offered reports only: a document without values is refused before and in the host', async () => {
    const renderer = new ReportRenderer(opened.host satisfies RendererCatalogue, {} as ArtifactStore);
    await writePlugin(opened.folder, { name: 'prints', manifest });
    await opened.host.registerAll();
    const { document } = subjectOfReport(await source())({});
    const refusal = expect.objectContaining({ code: 'SUBJECT_UNSUPPORTED' });
    expect((await renderer.prepare(() => ({ document }), 'prints', {})).subject).toEqual({ document });
    await expect(renderer.prepare(() => ({ document }), 'after', {})).rejects.toEqual(refusal);
    const control = { signal: new AbortController().signal, progress: () => undefined };
    const options = opened.host.completeOptions('after', {});
    await expect(opened.host.run('after', options, { document }, control)).rejects.toEqual(refusal);
  });

  it('is refused with anything else in its manifest', async () => {
    await rewrite(join(opened.folder, 'values', 'plugin.json'), '"takes":"values"', '"takes":"figures"');
    await opened.host.registerAll();
    expect(plainStates(opened.host)).toContainEqual(
      expect.objectContaining({ name: 'values', error: expect.stringContaining('takes') }),
    );
  });
});
