import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { strToU8 } from 'fflate';
import { openGateway, signedIn, type Gateway } from '../gateway/open-gateway.ts';
import { storeKinds } from '../gateway/store-kinds.ts';
import { readSample } from '../gateway/read-sample.ts';
import { zip } from '../importers/batch/zips.ts';
import { formOf } from '#forms/index.ts';
import { writeReportText } from '../importers/report-text.ts';

const form = formOf({ form: '2021' });

/** Headers of a request that nobody signed in for. */
const nobody = { authorization: undefined };

function reportOf(organization: string, year = 2023, regulations = 0): string {
  const path = 'proactiveDisclosure.regulations.issued';
  return writeReportText(form, new Map([[path, regulations]]), `${organization}${year}年政府信息公开工作年度报告`);
}

const fields = `id status total created updated unchanged refused
  items(first: 50) { totalCount edges { node { name outcome report { year organization { name } } error { code line message } } } }`;

interface Batch {
  readonly id: string;
  readonly status: string;
  readonly items: { readonly edges: readonly { readonly node: { readonly name: string; readonly outcome: string } }[] };
}

async function upload(
  { url }: Gateway,
  files: Readonly<Record<string, string | Uint8Array>>,
  onExisting: 'REFUSE' | 'UPDATE' = 'REFUSE',
): Promise<Record<string, unknown>> {
  const query = `mutation ($files: [File!]!) { importReports(input: {files: $files, onExisting: ${onExisting}}) {
    __typename ... on ImportReportsSuccess { batch { id } } ... on ImportError { code } ... on Error { message } } }`;
  const entries = Object.entries(files);
  const parts = new FormData();
  parts.append('operations', JSON.stringify({ query, variables: { files: entries.map(() => null) } }));
  parts.append(
    'map',
    JSON.stringify(Object.fromEntries(entries.map((_, index) => [index, [`variables.files.${index}`]]))),
  );
  for (const [index, [name, content]] of entries.entries())
    parts.append(String(index), new Blob([content as BlobPart]), name);
  const response = await fetch(`${url}/graphql`, { method: 'POST', headers: signedIn(), body: parts });
  return ((await response.json()) as { data: { importReports: Record<string, unknown> } }).data.importReports;
}

/** Follows a batch by its subscription to the end; every state that was told. */
async function follow({ url }: Gateway, id: string): Promise<Batch[]> {
  const query = `subscription ($id: ID!) { importBatch(id: $id) { ${fields} } }`;
  const response = await fetch(`${url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', accept: 'text/event-stream', ...signedIn() },
    body: JSON.stringify({ query, variables: { id } }),
    signal: AbortSignal.timeout(60_000),
  });
  return (await response.text())
    .split('\n\n')
    .flatMap((event) => /^event: next\ndata: (.*)$/mu.exec(event)?.[1] ?? [])
    .map((data) => (JSON.parse(data) as { data: { importBatch: Batch } }).data.importBatch);
}

async function importAll(
  gateway: Gateway,
  files: Readonly<Record<string, string | Uint8Array>>,
  onExisting: 'REFUSE' | 'UPDATE' = 'REFUSE',
): Promise<Batch> {
  const answer = await upload(gateway, files, onExisting);
  const { id } = answer['batch'] as { id: string };
  const last = (await follow(gateway, id)).at(-1);
  if (!last) throw new Error('Nothing was told of the batch.');
  return last;
}

function outcomes({ items }: Batch): Record<string, string> {
  return Object.fromEntries(items.edges.map(({ node }) => [node.name, node.outcome]));
}

for (const kind of storeKinds) {
  describe.skipIf(kind.missing)(`batches of imports on ${kind.name}`, () => {
    let gateway: Gateway;
    beforeAll(async () => {
      gateway = await openGateway(kind.settings());
    });
    afterAll(() => gateway.close());

    it('imports files and archives, tells what became of each, and refuses what is no report', async () => {
      const batch = await importAll(gateway, {
        '甲局.txt': reportOf('甲局'),
        '通知.txt': '关于召开会议的通知',
        'towns.zip': zip({ '2023/乙镇.txt': strToU8(reportOf('乙镇')), '2023/丙镇.txt': strToU8(reportOf('丙镇')) }),
      });
      expect(batch).toMatchObject({ status: 'FINISHED', total: 4, created: 3, refused: 1, updated: 0, unchanged: 0 });
      expect(batch.items.edges.map(({ node }) => node)).toMatchObject([
        { name: '甲局.txt', outcome: 'CREATED', report: { year: 2023, organization: { name: '甲局' } }, error: null },
        { name: '通知.txt', outcome: 'REFUSED', report: null, error: { code: 'NOT_A_REPORT', line: 1 } },
        { name: 'towns.zip/2023/乙镇.txt', outcome: 'CREATED' },
        { name: 'towns.zip/2023/丙镇.txt', outcome: 'CREATED' },
      ]);
    });

    it('knows documents again by their content, under any name, and goes on where it broke off', async () => {
      await importAll(gateway, { '丁局.txt': reportOf('丁局') });
      const again = await importAll(gateway, {
        'renamed.txt': reportOf('丁局'),
        // Other bytes that say the same.
        'spaced.txt': `${reportOf('丁局')}\n\n`,
        '戊局.txt': reportOf('戊局'),
      });
      expect(outcomes(again)).toEqual({ 'renamed.txt': 'UNCHANGED', 'spaced.txt': 'UNCHANGED', '戊局.txt': 'CREATED' });
    });

    it('updates the report of the same body and year only when asked', async () => {
      await importAll(gateway, { 'a.txt': reportOf('己局') });
      const changed = { 'b.txt': reportOf('己局', 2023, 5) };
      const refused = await importAll(gateway, changed);
      expect(refused.items.edges[0]?.node).toMatchObject({ outcome: 'REFUSED', error: { code: 'REPORT_EXISTS' } });
      const read = async () => {
        const query = `{ report(organization: "己局", year: 2023) { revision status proactiveDisclosure { regulations { issued } } } }`;
        return (await gateway.query(query)).data?.['report'];
      };
      expect(await read()).toMatchObject({ revision: 1, proactiveDisclosure: { regulations: { issued: 0 } } });
      expect(outcomes(await importAll(gateway, changed, 'UPDATE'))).toEqual({ 'b.txt': 'UPDATED' });
      expect(await read()).toMatchObject({ revision: 2, proactiveDisclosure: { regulations: { issued: 5 } } });
      expect(outcomes(await importAll(gateway, changed, 'UPDATE'))).toEqual({ 'b.txt': 'UNCHANGED' });
      // What it was made of first is put in its place again, though these bytes are known.
      expect(outcomes(await importAll(gateway, { 'a.txt': reportOf('己局') }, 'UPDATE'))).toEqual({
        'a.txt': 'UPDATED',
      });
      expect(await read()).toMatchObject({ revision: 3, proactiveDisclosure: { regulations: { issued: 0 } } });
    });

    it('stores the first of many documents of the same body and year that come at once', async () => {
      const files = Object.fromEntries(
        Array.from({ length: 8 }, (_, index) => [`${index}.txt`, reportOf('庚局', 2022, index)]),
      );
      const batch = await importAll(gateway, files);
      expect(Object.values(outcomes(batch))).toEqual(['CREATED', ...Array(7).fill('REFUSED')]);
    });

    it('ends when it is cancelled; what was imported stays', async () => {
      const files = Object.fromEntries(
        Array.from({ length: 200 }, (_, index) => [`${index}.txt`, reportOf(`第${index}局`, 2021)]),
      );
      const { batch } = await upload(gateway, files);
      const { id } = batch as { id: string };
      const cancelled = await gateway.query(
        'mutation ($id: ID!) { cancelImportBatch(id: $id) { status } importBatch: cancelImportBatch(id: $id) { status } }',
        { id },
      );
      expect(cancelled.data).toEqual({
        cancelImportBatch: { status: 'CANCELLED' },
        importBatch: { status: 'CANCELLED' },
      });
      const end = (await follow(gateway, id)).at(-1);
      expect(end).toMatchObject({ status: 'CANCELLED' });
      expect(outcomes(await importAll(gateway, { '0.txt': files['0.txt'] ?? '' }))['0.txt']).toMatch(
        /CREATED|UNCHANGED/u,
      );
    });

    it('refuses no files at all, and whoever may not import', async () => {
      expect(await upload(gateway, {})).toMatchObject({ __typename: 'ImportError', code: 'INPUT_INVALID' });
      const query = 'mutation { cancelImportBatch(id: "SW1wb3J0QmF0Y2g6eA==") { id } }';
      const anonymous = await gateway.query(query, {}, nobody);
      expect(anonymous.errors?.[0]?.extensions?.['code']).toBe('FORBIDDEN');
    });

    it('shows a batch to nobody but who started it and administrators', async () => {
      const { batch } = await upload(gateway, { 'a.txt': await readSample() });
      const query = 'query ($id: ID!) { importBatch(id: $id) { id } node(id: $id) { id } }';
      const { id } = batch as { id: string };
      expect((await gateway.query(query, { id })).data).toEqual({ importBatch: { id }, node: { id } });
      expect((await gateway.query(query, { id }, nobody)).data).toEqual({ importBatch: null, node: null });
      await follow(gateway, id);
    });
  });
}
