import type { DocumentOptions, PrintableDocument } from 'nianbao/plugin-api';
import { forms } from '#forms/index.ts';
import { readDocument } from '#importers/read-document.ts';
import { fillForm } from '#plugin-testing/fill-form.ts';
import { printableReport, type PrintableSource } from '#rendering/printable-report.ts';
import type { HtmlOptions } from '../../plugins/html/options.ts';
import { renderPage } from '../../plugins/html/page.ts';
import { readSample } from '../gateway/read-sample.ts';
import { documentOf, heading, paragraph, table } from './documents.ts';
import { htmlDefaults } from './html-options.ts';

type Maker = (options: Partial<DocumentOptions>) => PrintableDocument;

const draft = await readDocument(Buffer.from(await readSample()));

/** The report that comes with the gateway. */
const sampleReport: PrintableSource = {
  ...draft,
  organization: { name: draft.organization },
  updatedAt: new Date('2025-01-20T00:00:00Z'),
};

const narrative = Object.values(sampleReport.narratives).join('\n\n');

const bigReport = fillForm(forms[0]!, {
  fill: ({ kind }, index) => ({ value: kind === 'decimal' ? '12345678901234567.89' : 11_398_889 * (index + 1) }),
  narrative: Array.from({ length: 8 }, () => narrative).join('\n\n'),
});

/** Blanks and marks in places, and hardly a sum that agrees. */
export const doubtfulReport = fillForm(forms[0]!, {
  fill: ({ kind }, index) => {
    if (index % 11 === 3) return index % 2 === 0 ? { value: null } : { value: null, raw: '/' };
    return { value: kind === 'decimal' ? '72701.2578' : index % 7 === 0 ? 11_398_889 + index : index };
  },
  narrative,
});

const square = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 3"><rect width="4" height="3"/></svg>';

/** A document that is no report, with a picture and the table of its figures. */
export const trend = documentOf([
  heading(2, '一、历年收到的申请', 'received'),
  paragraph('2022年至2024年，收到的申请逐年增加。'),
  {
    type: 'figure',
    svg: square,
    alternative: '柱状图：2022年 12 件，2023年 15 件，2024年 19 件，逐年增加。',
    caption: '图 1 历年收到的申请',
    table: 'trend',
  },
  table({
    id: 'trend',
    caption: '历年收到的申请',
    unit: '件',
    columns: ['2022', '2023', '2024'],
    rows: ['收到的申请'],
    values: [[12, 15, 19]],
  }),
]);

/** What is drawn in each look. */
const subjects: readonly (readonly [string, Maker])[] = [
  ['the sample', (options) => printableReport(sampleReport, options)],
  ['a large report with big numbers', (options) => printableReport(bigReport, options)],
  ['blank cells and violations', (options) => printableReport(doubtfulReport, { ...options, checks: true })],
  ['a document with a picture', () => trend],
];

/** A way in which a reader may have a page. */
export interface Look {
  readonly name: string;
  readonly html?: Partial<HtmlOptions>;
  readonly document?: Partial<DocumentOptions>;
}

/** Every way in which a reader may have a page. */
export const looks: readonly Look[] = [
  { name: 'light', html: { theme: 'light' } },
  { name: 'dark', html: { theme: 'dark' } },
  { name: 'large print', html: { size: 'large' } },
  { name: 'high contrast', html: { contrast: 'high', theme: 'light' } },
  { name: 'dark with high contrast', html: { contrast: 'high', theme: 'dark' } },
  { name: 'English', document: { locale: 'en' } },
  { name: 'for print', html: { purpose: 'print' } },
  { name: 'fragment', html: { fragment: true, headingLevel: 2, idPrefix: 'r1-' } },
];

// What a portal puts around a fragment.
function portal(fragment: string): string {
  return `<!doctype html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<title>门户</title>
</head>
<body>
<main>
<h1>政府信息公开年报</h1>
${fragment}</main>
</body>
</html>
`;
}

/** The page of a subject in a look, a fragment in a page around it. */
export function drawn(make: Maker, { html = {}, document = {} }: Look): string {
  const page = renderPage(make(document), { ...htmlDefaults, ...html });
  return html.fragment ? portal(page) : page;
}

/** Every page, with what it is called. */
export const pages: readonly { readonly name: string; readonly html: string }[] = looks.flatMap((look) =>
  subjects.map(([subject, make]) => ({ name: `${subject}, ${look.name}`, html: drawn(make, look) })),
);

/** The doubtful report as a document in a language. */
export function reportIn(locale: DocumentOptions['locale']): PrintableDocument {
  return printableReport(doubtfulReport, { locale });
}

/** The report that comes with the gateway as a document in a language. */
export function sampleIn(locale: DocumentOptions['locale']): PrintableDocument {
  return printableReport(sampleReport, { locale });
}
