import { expect, test } from 'vitest';
import type { ApiKey } from '#store/api-key-store.ts';
import { freshStore, type CreateHarness } from './harness.ts';

function sampleKey(id: string, createdAt = new Date('2025-01-02T03:04:05Z')): ApiKey {
  return {
    id,
    name: '年报采集',
    grants: [
      { role: 'editor', organization: 'o1' },
      { role: 'reader', organization: null },
    ],
    createdAt,
    createdBy: 'u-1',
    expiresAt: new Date('2026-01-02T03:04:05Z'),
    revokedAt: null,
    lastUsedAt: null,
  };
}

/** Keys of machines: kept with a digest of their secret, revoked once, used now and then. */
export function apiKeyContract(createHarness: CreateHarness): void {
  const store = freshStore(createHarness);
  const keys = () => store().apiKeys;

  test('a key is kept with the digest of its secret, which no list shows', async () => {
    expect(await keys().find('k')).toBeNull();
    await keys().create(sampleKey('k'), 'digest');
    expect(await keys().find('k')).toEqual({ key: sampleKey('k'), secretHash: 'digest' });
    expect(await keys().list()).toEqual([sampleKey('k')]);
  });

  test('lists go from the newest to the oldest', async () => {
    await keys().create(sampleKey('old', new Date('2024-01-01T00:00:00Z')), 'd');
    await keys().create(sampleKey('new', new Date('2025-01-01T00:00:00Z')), 'd');
    expect((await keys().list()).map(({ id }) => id)).toEqual(['new', 'old']);
  });

  test('the first revocation counts', async () => {
    await keys().create(sampleKey('k'), 'd');
    const [first, second] = [new Date('2025-05-01T00:00:00Z'), new Date('2025-06-01T00:00:00Z')];
    expect(await keys().revoke('k', first)).toEqual({ ...sampleKey('k'), revokedAt: first });
    expect(await keys().revoke('k', second)).toMatchObject({ revokedAt: first });
    expect(await keys().revoke('no', first)).toBeNull();
  });

  test('a use is noted once an hour', async () => {
    await keys().create(sampleKey('k'), 'd');
    const at = (time: string) => new Date(`2025-05-01T${time}Z`);
    const lastUse = async () => (await keys().find('k'))?.key.lastUsedAt;
    await keys().noteUse('k', at('10:00:00'));
    await keys().noteUse('k', at('10:59:00'));
    expect(await lastUse()).toEqual(at('10:00:00'));
    await keys().noteUse('k', at('11:00:01'));
    expect(await lastUse()).toEqual(at('11:00:01'));
    await keys().noteUse('no', at('10:00:00'));
  });
}
