import { randomUUID } from 'node:crypto';
import { createServer, connect, type AddressInfo, type Server, type Socket } from 'node:net';
import { MongoClient } from 'mongodb';
import { afterEach, describe, expect, it } from 'vitest';
import { readConfig } from '#app/config.ts';
import { createApp, type App } from '#app/create-app.ts';

const uri = process.env['MONGODB_URI'];

/** A line to the database that can be cut, let go silent and mended. */
class Line {
  readonly #sockets = new Set<Socket>();
  #server: Server | undefined;
  port = 0;

  async open(): Promise<void> {
    const { hostname, port } = new URL(uri ?? '');
    this.#server = createServer((near) => {
      const far = connect(Number(port), hostname);
      for (const socket of [near, far]) {
        this.#sockets.add(socket);
        socket.on('error', () => socket.destroy());
        socket.on('close', () => this.#sockets.delete(socket));
      }
      near.pipe(far).pipe(near);
    });
    await new Promise<void>((resolve) => this.#server?.listen(this.port, '127.0.0.1', resolve));
    this.port = (this.#server.address() as AddressInfo).port;
  }

  async cut(): Promise<void> {
    const closed = new Promise((resolve) => this.#server?.close(resolve));
    for (const socket of this.#sockets) socket.destroy();
    await closed;
  }
}

describe.skipIf(uri === undefined)('a gateway whose database is away (skipped without MONGODB_URI)', () => {
  const line = new Line();
  const database = `nianbao-test-${randomUUID().slice(0, 8)}`;
  let app: App | undefined;

  afterEach(async () => {
    await app?.close();
    await line.cut().catch(() => undefined);
    const client = new MongoClient(uri ?? '');
    await client.db(database).dropDatabase();
    await client.close();
  });

  async function start(): Promise<App> {
    const address = `mongodb://127.0.0.1:${line.port}/${database}?directConnection=true&serverSelectionTimeoutMS=500`;
    app = await createApp(readConfig({ PORT: '0', MONGODB_URI: address, NIANBAO_LOG_LEVEL: 'silent' }));
    return app;
  }

  async function statusOf(path: string): Promise<number> {
    return (await fetch(`${app?.url}${path}`)).status;
  }

  async function ask(): Promise<unknown> {
    const answer = await fetch(`${app?.url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ query: '{ reports { totalCount } }' }),
    });
    return answer.json();
  }

  it('at its start lives and is not ready, and serves as soon as the database is there', async () => {
    await line.open();
    await line.cut();
    const { ready } = await start();
    expect([await statusOf('/healthz'), await statusOf('/readyz'), await statusOf('/graphql')]).toEqual([
      200, 503, 503,
    ]);
    await line.open();
    await ready;
    expect([await statusOf('/readyz'), await ask()]).toEqual([200, { data: { reports: { totalCount: 0 } } }]);
  });

  it('stops at once while it waits', async () => {
    await line.open();
    await line.cut();
    const { ready, close } = await start();
    await close();
    await expect(ready).rejects.toThrow('aborted');
  });

  it('in the middle answers with an error within a bounded time, and recovers by itself', async () => {
    await line.open();
    await (
      await start()
    ).ready;
    await line.cut();
    const began = performance.now();
    expect(await ask()).toMatchObject({ errors: [{ extensions: { code: 'STORE_UNAVAILABLE' } }] });
    expect(performance.now() - began).toBeLessThan(15_000);
    expect([await statusOf('/healthz'), await statusOf('/readyz')]).toEqual([200, 503]);
    await line.open();
    await expect.poll(ask, { timeout: 20_000 }).toEqual({ data: { reports: { totalCount: 0 } } });
  });
});
