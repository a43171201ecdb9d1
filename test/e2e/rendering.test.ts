import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  ImportTextDocument,
  RenderersDocument,
  RenderPdfDocument,
  RenderProgressDocument,
  ReportByNameDocument,
  TextAndHtmlDocument,
} from '../generated/graphql.ts';
import { national2021 } from '#forms/national/2021.ts';
import { openGateway, signedIn, type Gateway } from '../gateway/open-gateway.ts';
import { storeKinds } from '../gateway/store-kinds.ts';
import { readSample } from '../gateway/read-sample.ts';
import { writeReportText } from '../importers/report-text.ts';
import { readEvents } from './read-events.ts';
import { readPdfText } from './read-pdf-text.ts';

const title = '北关区工信局2024年政府信息公开工作年度报告';

describe.for(storeKinds)('rendering over HTTP on $name', ({ missing, settings }) => {
  describe.skipIf(missing)('renderings', () => {
    let gateway: Gateway;
    let id: string;

    beforeAll(async () => {
      gateway = await openGateway(settings());
      const form = 'mutation ($text: String!) { importReport(input: {text: $text}) { __typename } }';
      await gateway.query(form, { text: await readSample() });
      const { report } = await gateway.run(ReportByNameDocument, {});
      id = report?.id ?? '';
    });

    afterAll(() => gateway.close());

    async function renderPdf() {
      const { renderReport } = await gateway.run(RenderPdfDocument, { report: id });
      if (renderReport.__typename !== 'RenderReportSuccess') throw new Error(JSON.stringify(renderReport));
      return renderReport.job;
    }

    it('offers the built-in renderers with the schemas of their options', async () => {
      const { renderers } = await gateway.run(RenderersDocument, {});
      expect(renderers.map((renderer) => renderer.id)).toEqual(expect.arrayContaining(['html', 'pdf', 'text']));
      for (const { optionsSchema, plugin } of renderers) {
        expect(optionsSchema).toMatchObject({ type: 'object' });
        expect(plugin.state).toBe('ACTIVE');
      }
    });

    it('chooses renderers per query, two of them in one', async () => {
      const { report } = await gateway.run(TextAndHtmlDocument, {});
      expect(report?.text.content).toContain('表 6 结束');
      expect(report?.html.byteLength).toBeGreaterThan(10_000);
      const page = await fetch(new URL(report?.html.url ?? '', gateway.url), { headers: signedIn() });
      expect(page.headers.get('content-type')).toBe('text/html; charset=utf-8');
      expect(await page.text()).toContain(`<h1`);
    });

    it('makes a PDF by mutation, tells its progress, and keeps it', async () => {
      const job = await renderPdf();
      const states = await readEvents(gateway.url, RenderProgressDocument.toString(), { job: job.id });
      const last = states.at(-1)?.renderJob;
      expect(last).toMatchObject({ status: 'SUCCEEDED', progress: 1, error: null });
      expect(last?.rendering?.filename).toBe(`${title}.pdf`);

      const url = new URL(last?.rendering?.url ?? '', gateway.url);
      const pdf = await readPdfText(new Uint8Array(await (await fetch(url, { headers: signedIn() })).arrayBuffer()));
      expect(pdf.pages).toBeGreaterThanOrEqual(3);
      expect(pdf.pages).toBeLessThanOrEqual(6);
      expect(pdf.tagged).toBe(true);
      expect(pdf.text).toContain(title);
      expect(pdf.text).toContain('四、政府信息公开行政复议、行政诉讼情况');
      expect(pdf.text).not.toMatch(/[\u2e80-\u2fdf]/u);

      const again = await renderPdf();
      expect(again).toMatchObject({ status: 'SUCCEEDED', rendering: { url: last?.rendering?.url } });
    });

    it('prints every figure, heading and sentence of a report, as pdf.js reads it', async () => {
      const figures = new Map(
        [...national2021.cells].map(([path, { kind }], index) => [
          path,
          kind === 'decimal' ? '72701.2578' : 1000 + index,
        ]),
      );
      const text = writeReportText(national2021, figures, '样板区住建局2023年政府信息公开工作年度报告');
      const imported = await gateway.run(ImportTextDocument, { text });
      if (imported.importReport.__typename !== 'ImportReportSuccess') throw new Error(JSON.stringify(imported));
      const query = 'query ($id: ID!) { report(id: $id) { rendering(renderer: "pdf") { url } } }';
      const { data } = await gateway.query(query, { id: imported.importReport.report.id });
      const { report } = data as unknown as { report: { rendering: { url: string } } };
      const bytes = await (
        await fetch(new URL(report.rendering.url, gateway.url), { headers: signedIn() })
      ).arrayBuffer();
      const printed = (await readPdfText(new Uint8Array(bytes))).text.replace(/\s/gu, '');
      for (const row of national2021.tables.flatMap(({ cells }) => cells))
        expect(printed).toContain(row.map(({ path }) => figures.get(path)).join(''));
      for (const { number, title: heading, kind } of national2021.chapters) {
        expect(printed).toContain(`${number}、${heading}`);
        expect(printed.includes(`本章说明“${heading}”。`)).toBe(kind === 'narrative');
      }
    });

    it('serves finished documents with ETag, Range and a Chinese file name', async () => {
      const { rendering } = await renderPdf();
      const url = new URL(rendering?.url ?? '', gateway.url);
      const whole = await fetch(url, { headers: signedIn() });
      const bytes = new Uint8Array(await whole.arrayBuffer());
      expect(bytes.byteLength).toBe(rendering?.byteLength);
      expect(whole.headers.get('content-type')).toBe('application/pdf');
      expect(whole.headers.get('content-disposition')).toContain(
        `filename*=UTF-8''${encodeURIComponent(`${title}.pdf`)}`,
      );
      const tag = whole.headers.get('etag') ?? '';
      expect(tag).toMatch(/^"[0-9a-f]{64}"$/u);

      const unchanged = await fetch(url, { headers: { ...signedIn(), 'if-none-match': tag } });
      expect([unchanged.status, await unchanged.text()]).toEqual([304, '']);
      const part = await fetch(url, { headers: { ...signedIn(), range: 'bytes=0-7' } });
      expect([part.status, part.headers.get('content-range')]).toEqual([206, `bytes 0-7/${bytes.byteLength}`]);
      expect(new Uint8Array(await part.arrayBuffer())).toEqual(bytes.subarray(0, 8));
      const tail = await fetch(url, { headers: { ...signedIn(), range: 'bytes=-5', 'if-range': tag } });
      expect(new Uint8Array(await tail.arrayBuffer())).toEqual(bytes.subarray(-5));
      const beyond = await fetch(url, { headers: { ...signedIn(), range: `bytes=${bytes.byteLength}-` } });
      expect([beyond.status, beyond.headers.get('content-range')]).toEqual([416, `bytes */${bytes.byteLength}`]);
      const head = await fetch(url, { headers: signedIn(), method: 'HEAD' });
      expect([head.status, head.headers.get('content-length')]).toEqual([200, String(bytes.byteLength)]);
      expect(
        (await fetch(new URL(`/artifacts/${'0'.repeat(64)}/x.pdf`, gateway.url), { headers: signedIn() })).status,
      ).toBe(404);
    });

    it('answers with what is wrong: unknown renderers, options, reports', async () => {
      const start = `mutation ($report: ID!, $renderer: String!, $options: JSONObject) {
        renderReport(input: {report: $report, renderer: $renderer, options: $options}) {
          __typename ... on UnknownRendererError { available } ... on InvalidInputError { issues { path message } } ... on Error { message } } }`;
      const unknown = await gateway.query(start, { report: id, renderer: 'fax' });
      expect(unknown.data).toMatchObject({
        renderReport: {
          __typename: 'UnknownRendererError',
          available: expect.arrayContaining(['html', 'pdf', 'text']),
        },
      });
      const invalid = await gateway.query(start, {
        report: id,
        renderer: 'text',
        options: { lineWidth: 3, colour: 'red' },
      });
      expect(invalid.data).toMatchObject({
        renderReport: {
          __typename: 'InvalidInputError',
          issues: expect.arrayContaining([
            expect.objectContaining({ path: 'options.lineWidth' }),
            expect.objectContaining({ path: 'options.colour' }),
          ]),
        },
      });
      const absent = await gateway.query(start, {
        report: Buffer.from('Report:none').toString('base64'),
        renderer: 'text',
      });
      expect(absent.data).toMatchObject({ renderReport: { __typename: 'NotFoundError' } });
      const { errors } = await gateway.query(
        '{ report(organization: "北关区工信局", year: 2024) { rendering(renderer: "fax") { url } } }',
      );
      expect(errors?.[0]?.extensions).toMatchObject({ code: 'UNKNOWN_RENDERER' });
    });
  });
});
