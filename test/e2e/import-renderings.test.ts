import { execFile } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openGateway, signedIn, type Gateway } from '../gateway/open-gateway.ts';
import { readSample } from '../gateway/read-sample.ts';

const formats = ['pdf', 'xlsx', 'docx', 'html', 'markdown', 'csv', 'json', 'text'] as const;

describe('a rendering that is uploaded again', () => {
  let gateway: Gateway;
  let id: string;

  beforeAll(async () => {
    gateway = await openGateway();
    const mutation =
      'mutation ($text: String!) { importReport(input: {text: $text}) { ... on ImportReportSuccess { report { id } } } }';
    const { data } = await gateway.query(mutation, { text: await readSample() });
    id = (data as unknown as { importReport: { report: { id: string } } }).importReport.report.id;
  });

  afterAll(() => gateway.close());

  async function render(renderer: string): Promise<Uint8Array<ArrayBuffer>> {
    const query = 'query ($id: ID!, $renderer: String!) { report(id: $id) { rendering(renderer: $renderer) { url } } }';
    const { data, errors } = await gateway.query(query, { id, renderer });
    if (errors || !data) throw new Error(JSON.stringify(errors));
    const { url } = (data as unknown as { report: { rendering: { url: string } } }).report.rendering;
    return new Uint8Array(await (await fetch(new URL(url, gateway.url), { headers: signedIn() })).arrayBuffer());
  }

  async function upload(content: Uint8Array<ArrayBuffer>): Promise<unknown> {
    const query = `mutation ($file: File!) { importReport(input: {file: $file}) {
      __typename ... on ImportReportSuccess { created report { id } } ... on ImportError { code message } } }`;
    const form = new FormData();
    form.append('operations', JSON.stringify({ query, variables: { file: null } }));
    form.append('map', JSON.stringify({ 0: ['variables.file'] }));
    form.append('0', new Blob([content]), 'a name that says nothing');
    return (await fetch(`${gateway.url}/graphql`, { method: 'POST', headers: signedIn(), body: form })).json();
  }

  it.each(formats)('is known as the report that is there already: %s', async (renderer) => {
    expect(await upload(await render(renderer))).toEqual({
      data: { importReport: { __typename: 'ImportReportSuccess', created: false, report: { id } } },
    });
  });
});

describe('a Word document at the shell', () => {
  const program = fileURLToPath(new URL('../../src/cli/nianbao.mjs', import.meta.url));
  const sample = fileURLToPath(new URL('../../src/app/sample/beiguan-gongxinju-2024.txt', import.meta.url));
  let folder: string;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'nianbao-docx-'));
  });

  afterAll(() => rm(folder, { recursive: true }));

  function run(...args: readonly string[]): Promise<{ code: number; stdout: string }> {
    const env = { ...process.env, NIANBAO_DATA_DIR: join(folder, 'data'), MONGODB_URI: '', NODE_OPTIONS: '' };
    return new Promise((resolve) => {
      execFile(process.execPath, [program, ...args], { env, cwd: folder }, (error, stdout) => {
        resolve({ code: typeof error?.code === 'number' ? error.code : 0, stdout });
      });
    });
  }

  it('is rendered from a text, checked, imported, and known again', async () => {
    const file = join(folder, '年报.docx');
    expect(await run('render', sample, '--renderer', 'docx', '--output', file)).toMatchObject({ code: 0 });
    expect(await run('check', file)).toEqual({ code: 0, stdout: '✓ 校验通过。\n' });
    const imported = await run('import', file, sample, '--json');
    const lines = imported.stdout.trim().split('\n');
    expect(lines.map((line) => JSON.parse(line) as unknown)).toMatchObject([{ created: true }, { created: false }]);
  });
});
