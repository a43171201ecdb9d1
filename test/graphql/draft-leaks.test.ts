import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { asNobody, openGateway, signedIn, type Gateway } from '../gateway/open-gateway.ts';
import { readSample } from '../gateway/read-sample.ts';
import { tokenOf } from '../gateway/sign-in-as.ts';
import { storeKinds } from '../gateway/store-kinds.ts';

/** A word that stands in the draft alone. */
const secret = '未公开之事';

// oxlint-disable-next-line typescript/no-explicit-any
type Data = any;

describe.for(storeKinds)('a draft on $name', ({ missing, settings }) => {
  describe.skipIf(missing)('shows nothing of itself', () => {
    let gateway: Gateway;
    let draft: { id: string; organization: { id: string } };
    let other: string;
    let job: { id: string; rendering: { url: string; sha256: string } };
    let strangers: Record<string, { readonly authorization?: string | undefined }>;
    let staff: { readonly authorization: string };

    beforeAll(async () => {
      gateway = await openGateway(settings());
      const importText = `mutation ($text: String!, $organization: String!) {
        importReport(input: {text: $text, organization: $organization, year: 2023}) {
          ... on ImportReportSuccess { report { id organization { id } } } } }`;
      const importFor = async (organization: string) => {
        const text = (await readSample()).replace('一是加强监督保障。', `一是加强监督保障。${secret}。`);
        expect(text).toContain(secret);
        const { data } = await gateway.query(importText, { text, organization });
        return (data as Data).importReport.report as typeof draft;
      };
      draft = await importFor('草稿局');
      other = (await importFor('别的局')).organization.id;
      const render = `mutation ($id: ID!) { renderReport(input: {report: $id, renderer: "text"}) {
        ... on RenderReportSuccess { job { id } } } }`;
      const started = ((await gateway.query(render, { id: draft.id })).data as Data).renderReport.job.id as string;
      const look = 'query ($id: ID!) { renderJob(id: $id) { id rendering { url sha256 } } }';
      await vi.waitFor(async () => {
        job = ((await gateway.query(look, { id: started })).data as Data).renderJob;
        if (job.rendering === null) throw new Error('It is not rendered yet.');
      }, 20_000);
      strangers = {
        'the anonymous': asNobody,
        'a reader of its body': signedIn(await tokenOf(gateway, `reader@${draft.organization.id}`)),
        'an editor of another body': signedIn(await tokenOf(gateway, `editor@${other}`)),
      };
      staff = signedIn(await tokenOf(gateway, `reviewer@${draft.organization.id}`));
    }, 60_000);

    afterAll(() => gateway.close());

    const who = ['the anonymous', 'a reader of its body', 'an editor of another body'] as const;

    const ask = async (name: string, query: string, variables: object = {}): Promise<Data> => {
      const answer = await gateway.query(query, { ...variables }, strangers[name] ?? staff);
      return answer.errors ? answer : answer.data;
    };
    const within = () => ({ draft: draft.id, body: draft.organization.id, job: job.id });

    it.each(who)('to %s by its id, its body and year, or as a node', async (name) => {
      const query = `query ($draft: ID!, $job: ID!) {
        report(id: $draft) { title } named: report(organization: "草稿局", year: 2023) { title }
        node(id: $draft) { id } job: node(id: $job) { id } renderJob(id: $job) { id } }`;
      const hidden = { report: null, named: null, node: null, job: null, renderJob: null };
      expect(await ask(name, query, within())).toEqual(hidden);
      const shown = await ask('staff', query, within());
      expect(Object.values(shown)).not.toContain(null);
    });

    it.each(who)('to %s through filters, searches, orders, counts and pages', async (name) => {
      const list = (filter: string) =>
        `reports(filter: {${filter}}) { totalCount edges { node { id } } pageInfo { hasNextPage } }`;
      const query = `query ($body: ID!) {
        a: ${list('organization: $body')} b: ${list('within: $body')} c: ${list('within: $body, status: [DRAFT]')}
        d: ${list('within: $body, passed: true')} e: ${list('within: $body, year: 2023')}
        f: ${list('within: $body, search: "北关区"')} g: ${list('within: $body, form: "2021"')}
        organization(id: $body) { reports { totalCount edges { node { id } } } } }`;
      const nothing = { totalCount: 0, edges: [] };
      const empty = { ...nothing, pageInfo: { hasNextPage: false } };
      expect(await ask(name, query, within())).toEqual({
        ...Object.fromEntries('abcdefg'.split('').map((alias) => [alias, empty])),
        organization: { reports: nothing },
      });
      const whole = `{ ${['YEAR', 'ORGANIZATION', 'UPDATED_AT', 'RECEIVED_TOTAL']
        .map((field) => `${field}: reports(orderBy: {field: ${field}}, first: 100) { edges { node { id } } }`)
        .join(' ')} }`;
      expect(JSON.stringify(await ask(name, whole))).not.toContain(draft.id);
      expect((await ask('staff', query, within())).a.totalCount).toBe(1);
      expect(JSON.stringify(await ask('staff', whole))).toContain(draft.id);
    });

    it.each(who)('to %s between the cursors of staff', async (name) => {
      const list =
        'query ($after: String, $body: ID!) { reports(filter: {within: $body}, after: $after) { totalCount edges { cursor } pageInfo { hasPreviousPage } } }';
      const { cursor } = (await ask('staff', list, within())).reports.edges[0];
      const before = list.replace('after: $after', 'before: $after, last: 5');
      for (const query of [list, before])
        expect((await ask(name, query, { ...within(), after: cursor })).reports).toMatchObject({
          totalCount: 0,
          edges: [],
        });
    });

    it.each(who)('to %s through sums and trends', async (name) => {
      const query = `query ($body: ID!) {
        rollup(filter: {within: $body}) { reportCount organizationCount }
        one: rollup(filter: {organization: $body}) { reportCount filed { id } }
        trend(organization: $body) { year } }`;
      const answer = await ask(name, query, within());
      expect(JSON.stringify(answer)).not.toContain(draft.id);
      expect(answer.trend).toEqual([]);
      expect(answer.rollup?.reportCount ?? 0).toBe(0);
    });

    it.each(who)('to %s at the address of its rendering', async (name) => {
      const at = async (address: string, headers: Record<string, string | undefined>) => {
        const kept = Object.entries(headers).filter((entry): entry is [string, string] => entry[1] !== undefined);
        return fetch(new URL(address, gateway.url), { headers: kept });
      };
      const stranger = strangers[name] ?? {};
      const none = await at(`/artifacts/${'0'.repeat(64)}/x.txt`, stranger);
      for (const more of [{}, { range: 'bytes=0-9' }, { 'if-none-match': `"${job.rendering.sha256}"` }]) {
        const refused = await at(job.rendering.url, { ...stranger, ...more });
        expect(refused.status).toBe(404);
        expect((await refused.text()).replaceAll(job.rendering.sha256, '')).toBe(
          (await none.clone().text()).replaceAll('0'.repeat(64), ''),
        );
      }
      const shown = await at(job.rendering.url, staff);
      expect([shown.status, shown.headers.get('cache-control')]).toEqual([200, 'private, no-cache']);
      expect(await shown.text()).toContain(secret);
      expect((await at(job.rendering.url, { ...staff, range: 'bytes=0-9' })).status).toBe(206);
    });

    it.each(who)('to %s who would render it, cancel or watch its rendering', async (name) => {
      const render =
        'mutation ($draft: ID!) { renderReport(input: {report: $draft, renderer: "text"}) { __typename } }';
      expect(await ask(name, render, within())).toEqual({ renderReport: { __typename: 'NotFoundError' } });
      const cancel = 'mutation ($job: ID!) { cancelRenderJob(id: $job) { id } }';
      const cancelled = await ask(name, cancel, within());
      expect(cancelled.cancelRenderJob ?? null).toBeNull();
      const watch = 'subscription ($job: ID!) { renderJob(id: $job) { id status } }';
      const headers = { ...strangers[name], accept: 'text/event-stream' };
      const events = await (await gateway.post({ query: watch, variables: within() }, headers)).text();
      expect(events).toContain('NOT_FOUND');
      expect(events).not.toContain('SUCCEEDED');
    });

    it.each(who)('to %s in an error, which is the same as for what is not there', async (name) => {
      const start =
        'mutation ($id: ID!) { renderReport(input: {report: $id, renderer: "text"}) { ... on Error { message } } }';
      const nowhere = Buffer.from('Report:nowhere').toString('base64');
      const messages = await Promise.all(
        [draft.id, nowhere].map(async (id) => (await ask(name, start, { id })).renderReport.message as string),
      );
      expect(messages[0]?.replace(draft.id, '')).toBe(messages[1]?.replace(nowhere, ''));
    });

    it('in the metrics', async () => {
      const metrics = await (await fetch(`${gateway.url}/metrics`)).text();
      expect(metrics).not.toMatch(new RegExp(`${secret}|草稿局|${job.rendering.sha256}`, 'u'));
    });
  });
});

describe('a published report', () => {
  it('shows its rendering to everybody, at one address', async () => {
    const gateway = await openGateway();
    try {
      const query =
        '{ report(organization: "北关区工信局", year: 2024) { status rendering(renderer: "text") { url content } } }';
      const { report } = (await gateway.query(query, {}, asNobody)).data as Data;
      expect(report.status).toBe('PUBLISHED');
      const answer = await fetch(new URL(report.rendering.url, gateway.url));
      expect([answer.status, answer.headers.get('cache-control'), answer.headers.get('vary')]).toEqual([
        200,
        'public, no-cache',
        'authorization',
      ]);
      expect(await answer.text()).toBe(report.rendering.content);
    } finally {
      await gateway.close();
    }
  });
});
