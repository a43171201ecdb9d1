import { MongoServerError } from 'mongodb';
import { expect, test } from 'vitest';
import { catalogue } from '#errors/catalogue.ts';
import { createConnection } from '#store/mongo/mongo-connection.ts';

test('a query that the server gives up is not to be tried again: it is too expensive, not the server away', async () => {
  const connection = createConnection('mongodb://127.0.0.1:1/', undefined);
  const givenUp = new MongoServerError({ message: 'operation exceeded time limit', code: 50 });
  await expect(connection.run(() => Promise.reject(givenUp))).rejects.toMatchObject({ code: 'QUERY_TOO_EXPENSIVE' });
  await connection.close();
  expect(catalogue.QUERY_TOO_EXPENSIVE.status).toBeLessThan(500);
});
