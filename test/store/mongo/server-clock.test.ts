import { afterEach, expect, test, vi } from 'vitest';
import type { StoreEvent } from '#store/documents/store-log.ts';
import { createConnection } from '#store/mongo/mongo-connection.ts';
import { createServerClock } from '#store/mongo/server-clock.ts';
import { describeWithMongo, mongoUri } from './database-harness.ts';

const minute = 60_000;

describeWithMongo(() => {
  afterEach(() => {
    vi.useRealTimers();
  });

  test.each([0, minute, -minute])('a machine that is %d ms ahead goes by the database’s clock', async (ahead) => {
    const connection = createConnection(mongoUri, 'nianbao-test-clock');
    const before = performance.now();
    const real = Date.now();
    vi.useFakeTimers({ toFake: ['Date'], now: real + ahead });
    const events: StoreEvent[] = [];
    const clock = createServerClock(connection, (event) => events.push(event));
    await clock.refresh();
    const now = real + (performance.now() - before);
    expect(Math.abs(clock.now().getTime() - now)).toBeLessThan(5000);
    expect(events).toHaveLength(ahead === 0 ? 0 : 1);
    await connection.close();
  });
});
