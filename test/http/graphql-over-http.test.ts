import { serverAudits } from 'graphql-http';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openGateway, type Gateway } from '../gateway/open-gateway.ts';

let gateway: Gateway;
const audits = serverAudits({ url: () => `${gateway.url}/graphql` });

describe('GraphQL over HTTP, as the audits of graphql-http have it', () => {
  beforeAll(async () => {
    gateway = await openGateway();
  });
  afterAll(() => gateway.close());

  it.each(audits.map((audit) => [audit.id, audit.name, audit] as const))('%s %s', async (_id, _name, audit) => {
    const result = await audit.fn();
    expect(result.status === 'ok' ? '' : result.reason).toBe('');
  });
});
