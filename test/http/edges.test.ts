import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openGateway, type Gateway } from '../gateway/open-gateway.ts';

const origin = 'https://www.example.gov.cn';

describe('the HTTP edge', () => {
  let gateway: Gateway;

  beforeAll(async () => {
    gateway = await openGateway({ NIANBAO_CORS_ORIGINS: origin });
  });

  afterAll(() => gateway.close());

  function get(path: string, init?: RequestInit): Promise<Response> {
    return fetch(`${gateway.url}${path}`, { redirect: 'manual', ...init });
  }

  it('tells that it lives, that it is ready, and what it has done', async () => {
    expect([(await get('/healthz')).status, (await get('/readyz')).status]).toEqual([200, 200]);
    const metrics = await (await get('/metrics')).text();
    expect(metrics).toContain('nianbao_http_requests_total{route="healthz",status="200"} 1');
    expect(metrics).toContain('process_resident_memory_bytes');
  });

  it('answers with a code to what it does not serve', async () => {
    const missing = await get('/nothing/here');
    expect([missing.status, await missing.json()]).toMatchObject([404, { error: { code: 'NOT_FOUND' } }]);
    const wrong = await get('/healthz', { method: 'DELETE' });
    expect([wrong.status, wrong.headers.get('allow')]).toEqual([405, 'GET, HEAD']);
    expect((await get('/artifacts/..%2f..%2fetc%2fpasswd')).status).toBe(404);
    expect((await get('/')).headers.get('content-type')).toBe('text/html; charset=utf-8');
  });

  it('shows GraphiQL with the examples to a browser, and fetches nothing from elsewhere for it', async () => {
    const page = await (await get('/graphql', { headers: { accept: 'text/html' } })).text();
    expect(page).toContain('query ReportByName');
    expect(page).not.toMatch(/(?:src|href)="https?:/u);
  });

  it('lets pages of the configured origins in, and no others', async () => {
    const allowed = async (from: string) => {
      const answer = await gateway.post({ query: '{ __typename }' }, { origin: from });
      return answer.headers.get('access-control-allow-origin');
    };
    expect(await allowed(origin)).toBe(origin);
    expect(await allowed('https://elsewhere.example')).not.toBe('https://elsewhere.example');
  });

  it('keeps answers from being framed, sniffed or told to others', async () => {
    const answers = [
      await get('/graphql', { headers: { accept: 'text/html' } }),
      await get('/'),
      await get('/nothing'),
    ];
    for (const { headers } of [...answers, await gateway.post({ query: '{ __typename }' })])
      expect(Object.fromEntries(headers)).toMatchObject({
        'content-security-policy': expect.stringContaining("frame-ancestors 'none'") as unknown,
        'referrer-policy': 'no-referrer',
        'x-content-type-options': 'nosniff',
      });
  });

  it('shows no insides in an error', async () => {
    const answers = await Promise.all([
      gateway.query('{ nope }'),
      gateway.query('{ report(id: "%%%") { id } }'),
      gateway.query('query ($n: Int) { reports(first: $n) { totalCount } }', { n: 'x' }),
      (await get('/graphql?query=%7B')).json(),
    ]);
    expect(JSON.stringify(answers)).not.toMatch(/node_modules|at .*\.ts|stack/u);
  });

  it('has no GraphiQL and tells no schema where that is configured', async () => {
    const closed = await openGateway({ NIANBAO_EXPLORER: 'off' });
    try {
      const page = await fetch(`${closed.url}/graphql`, { headers: { accept: 'text/html' } });
      expect(await page.text()).not.toContain('graphiql');
      const { data, errors } = await closed.query('{ __schema { types { name } } }');
      expect([data, errors?.[0]?.message]).toEqual([undefined, expect.stringContaining('introspection')]);
      expect((await closed.query('{ reports { totalCount } }')).data).toEqual({ reports: { totalCount: 1 } });
    } finally {
      await closed.close();
    }
  });
});
