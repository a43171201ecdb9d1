import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openGateway, type Gateway } from '../gateway/open-gateway.ts';
import { hostileRequests } from './hostile-requests.ts';

/** Milliseconds within which every one of them is answered, also on a busy machine. */
const BOUND = 10_000;

describe('a request that means harm', () => {
  let gateway: Gateway;
  beforeAll(async () => {
    gateway = await openGateway();
  });
  afterAll(() => gateway.close());

  it.each(hostileRequests)(
    'is answered: $name',
    async ({ path = '/graphql', method = 'POST', headers, body, ...answer }) => {
      const response = await fetch(`${gateway.url}${path}`, {
        method,
        redirect: 'manual',
        signal: AbortSignal.timeout(BOUND),
        ...(headers && { headers }),
        ...(body !== undefined && { body }),
      });
      const text = await response.text();
      expect([response.status, text]).toEqual([answer.status, expect.stringMatching(answer.says)]);
      expect(text).not.toMatch(/node_modules|\.ts:\d|at Object\.|MongoServerError|ENOENT/u);
      expect(response.headers.get('set-cookie')).toBeNull();
      expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
    },
  );

  it('leaves the gateway as it was', async () => {
    expect((await gateway.query('{ reports { totalCount } }')).data).toEqual({ reports: { totalCount: 1 } });
    expect(hostileRequests.length).toBeGreaterThanOrEqual(60);
  });
});
