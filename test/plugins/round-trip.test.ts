import * as fc from 'fast-check';
import type { DocumentOptions, Plugin, RenderContext } from 'nianbao/plugin-api';
import { describe, expect, it } from 'vitest';
import { readDocument } from '#importers/read-document.ts';
import { printableReport } from '#rendering/printable-report.ts';
import csv from '../../plugins/csv/index.ts';
import csvManifest from '../../plugins/csv/plugin.json' with { type: 'json' };
import docx from '../../plugins/docx/index.ts';
import docxManifest from '../../plugins/docx/plugin.json' with { type: 'json' };
import html from '../../plugins/html/index.ts';
import htmlManifest from '../../plugins/html/plugin.json' with { type: 'json' };
import json from '../../plugins/json/index.ts';
import jsonManifest from '../../plugins/json/plugin.json' with { type: 'json' };
import markdown from '../../plugins/markdown/index.ts';
import markdownManifest from '../../plugins/markdown/plugin.json' with { type: 'json' };
import text from '../../plugins/text/index.ts';
import textManifest from '../../plugins/text/plugin.json' with { type: 'json' };
import xlsx from '../../plugins/xlsx/index.ts';
import xlsxManifest from '../../plugins/xlsx/plugin.json' with { type: 'json' };
import type { ReportDraft } from '#reports/report.ts';
import { anyReport, printableOf } from './any-report.ts';

interface Manifest {
  readonly renderers: readonly { readonly id: string; readonly options: { readonly properties: object } }[];
}

/** What is asked of a renderer and of the document that it is handed. */
interface Asked {
  readonly options?: object;
  readonly document?: Partial<DocumentOptions>;
}

const plugins: readonly (readonly [Manifest, Plugin, number, Asked?])[] = [
  [jsonManifest, json, 60],
  [csvManifest, csv, 60],
  [markdownManifest, markdown, 60],
  [textManifest, text, 60],
  [textManifest, text, 30, { options: { order: 'columns' } }],
  [textManifest, text, 10, { document: { checks: true }, options: { lineWidth: 40, bom: true } }],
  [htmlManifest, html, 30],
  [htmlManifest, html, 15, { document: { checks: true } }],
  [xlsxManifest, xlsx, 20],
  [docxManifest, docx, 20],
];

const context: RenderContext = {
  signal: new AbortController().signal,
  log: () => undefined,
  progress: () => undefined,
  print: () => Promise.reject(new Error('nothing is printed here')),
};

function defaultsOf({ renderers: [renderer] }: Manifest): Record<string, unknown> {
  const properties = Object.entries(renderer?.options.properties ?? {}) as [string, { default: unknown }][];
  return Object.fromEntries(properties.map(([name, { default: value }]) => [name, value]));
}

async function render(
  [manifest, plugin, , { options = {}, document = {} } = {}]: (typeof plugins)[number],
  report: ReportDraft,
): Promise<Uint8Array> {
  const [renderer] = Object.values(plugin.renderers) as { render: (...args: unknown[]) => unknown }[];
  const printable = printableReport(printableOf(report), document);
  const output = await renderer?.render(printable, { ...defaultsOf(manifest), ...options }, context);
  return typeof output === 'string' ? new TextEncoder().encode(output) : (output as Uint8Array);
}

const runs = Number(process.env['NIANBAO_ROUND_TRIPS'] ?? 0);

describe.for(plugins)('what is rendered and imported again', (way) => {
  const [manifest, , usual, asked = {}] = way;
  const name = [manifest.renderers[0]?.id, ...(way[3] ? [JSON.stringify(asked)] : [])].join(' ');
  it(`is the same report, cell for cell and paragraph for paragraph: ${name}`, async () => {
    await fc.assert(
      fc.asyncProperty(anyReport, async (report) => {
        const { source: _, ...draft } = await readDocument(await render(way, report));
        expect(draft).toEqual(report);
      }),
      { numRuns: runs || usual },
    );
  });
});

describe.for(plugins)('a report of the years before the forms', (way) => {
  it(`comes back as the same text: ${way[0].renderers[0]?.id} ${JSON.stringify(way[3] ?? {})}`, async () => {
    const free: ReportDraft = {
      organization: '北关区工信局',
      year: 2016,
      form: 'free',
      title: '北关区工信局2016年政府信息公开工作年度报告',
      narratives: {
        introduction: [
          '一、概述',
          '2016年，我局主动公开政府信息 35 条，收到申请 3 件，均已答复。2017年将继续做好公开工作。',
          '（一）完善制度。制定了《政府信息公开审查办法》。',
          '附表：政府信息公开情况统计表',
          '主动公开政府信息数 条 35',
        ].join('\n\n'),
      },
      figures: {},
      raws: {},
    };
    const { source: _, ...draft } = await readDocument(await render(way, free));
    expect(draft).toEqual(free);
  });
});

describe.for([
  [textManifest, text, 1, { document: { locale: 'en' } }],
  [htmlManifest, html, 1, { document: { locale: 'en' } }],
] as const satisfies typeof plugins)('what is rendered in English', (way) => {
  it(`is refused as such: ${way[0].renderers[0]?.id}`, async () => {
    const [report] = fc.sample(anyReport, { numRuns: 1, seed: 7 });
    if (!report) throw new Error('no report');
    await expect(render(way, report).then(readDocument)).rejects.toMatchObject({ code: 'DOCUMENT_IN_ENGLISH' });
  });
});
