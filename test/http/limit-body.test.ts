import { request } from 'node:http';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openGateway, type Gateway } from '../gateway/open-gateway.ts';

const mebibyte = 2 ** 20;

describe('a request that is too long', () => {
  let gateway: Gateway;
  beforeAll(async () => {
    gateway = await openGateway();
  });
  afterAll(() => gateway.close());

  /** Sends a head, then so many MiB at most, until there is an answer. */
  async function send(headers: Record<string, string | number>, mebibytes: number): Promise<[number, string, number]> {
    let sent = 0;
    const answer = await new Promise<[number, string]>((resolve, reject) => {
      const client = request(`${gateway.url}/graphql`, { method: 'POST', headers, agent: false }, (response) => {
        let text = '';
        response.on('data', (chunk: Buffer) => (text += chunk.toString()));
        response.on('end', () => resolve([response.statusCode ?? 0, text]));
      });
      client.on('error', reject);
      const more = () => {
        if (client.destroyed || client.writableEnded) return;
        if (sent++ < mebibytes) client.write(Buffer.alloc(mebibyte, 32), more);
        else client.end();
      };
      client.flushHeaders();
      more();
    });
    return [...answer, sent];
  }

  it('is refused by its head, before it has come', async () => {
    const headers = { 'content-type': 'application/json', 'content-length': 10 ** 12 };
    const [status, text, sent] = await send(headers, 0).catch(() => [0, '', 0] as const);
    expect([status, sent <= 1]).toEqual([413, true]);
    expect(text).toContain('REQUEST_TOO_LARGE');
  });

  it('is refused in the middle when it does not say how long it is', async () => {
    const before = process.memoryUsage().rss;
    const headers = { 'content-type': 'application/json', 'transfer-encoding': 'chunked' };
    // Whoever still sends may find the door shut before the answer is read.
    const outcome = await send(headers, 2000).catch((cause: NodeJS.ErrnoException) => cause.code);
    const said = Array.isArray(outcome) ? `${outcome[0]} ${outcome[1]}` : String(outcome);
    expect(said).toMatch(/^413 .*REQUEST_TOO_LARGE|^EPIPE$|^ECONNRESET$/u);
    expect(process.memoryUsage().rss - before).toBeLessThan(200 * mebibyte);
    expect((await gateway.query('{ __typename }')).data).toEqual({ __typename: 'Query' });
  });

  it('may have as much as the documents that it brings', async () => {
    const form = new FormData();
    const query =
      'mutation ($file: File) { importReport(input: {file: $file}) { __typename ... on Error { message } } }';
    form.set('operations', JSON.stringify({ query, variables: { file: null } }));
    form.set('map', JSON.stringify({ 0: ['variables.file'] }));
    form.set('0', new Blob([Buffer.alloc(9 * mebibyte, 32)]), 'long.txt');
    const answer = await fetch(`${gateway.url}/graphql`, {
      method: 'POST',
      body: form,
      headers: { authorization: 'Bearer development-token-of-the-tests' },
    });
    expect(answer.status).toBe(200);
  });
});
