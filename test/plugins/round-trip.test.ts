import * as fc from 'fast-check';
import type { Plugin, RenderContext } from 'nianbao/plugin-api';
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

const plugins: readonly (readonly [Manifest, Plugin, number])[] = [
  [jsonManifest, json, 60],
  [csvManifest, csv, 60],
  [markdownManifest, markdown, 60],
  [textManifest, text, 60],
  [htmlManifest, html, 30],
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

async function render(manifest: Manifest, plugin: Plugin, report: ReportDraft): Promise<Uint8Array> {
  const [renderer] = Object.values(plugin.renderers) as { render: (...args: unknown[]) => unknown }[];
  const output = await renderer?.render(printableReport(printableOf(report)), defaultsOf(manifest), context);
  return typeof output === 'string' ? new TextEncoder().encode(output) : (output as Uint8Array);
}

const runs = Number(process.env['NIANBAO_ROUND_TRIPS'] ?? 0);

describe.for(plugins)('what is rendered and imported again', ([manifest, plugin, usual]) => {
  it(`is the same report, cell for cell and paragraph for paragraph: ${manifest.renderers[0]?.id}`, async () => {
    await fc.assert(
      fc.asyncProperty(anyReport, async (report) => {
        expect(await readDocument(await render(manifest, plugin, report))).toEqual(report);
      }),
      { numRuns: runs || usual },
    );
  });
});
