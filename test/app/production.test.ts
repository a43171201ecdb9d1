import { describe, expect, it } from 'vitest';
import { openGateway } from '../gateway/open-gateway.ts';

describe('a gateway with an empty embedded store', () => {
  it.each([
    ['in production shows readers nothing', { NODE_ENV: 'production', NIANBAO_DEV_TOKEN: '' }, 0],
    ['that is tried out shows the sample', {}, 1],
  ])('%s', async (_, environment, totalCount) => {
    const gateway = await openGateway(environment);
    try {
      const { data } = await gateway.query('{ reports { totalCount } }', {}, { authorization: undefined });
      expect(data).toEqual({ reports: { totalCount } });
    } finally {
      await gateway.close();
    }
  });
});
