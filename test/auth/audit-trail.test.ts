import { describe, expect, it, vi } from 'vitest';
import type { AuthLog } from '#auth/auth-log.ts';
import { AuditTrail } from '#auth/audit-trail.ts';
import { operator } from '#auth/principal.ts';
import { NianbaoError } from '#errors/nianbao-error.ts';
import type { AuditLog } from '#store/audit-log.ts';

const caller = { viewer: operator, address: null };
const deed = { operation: 'publishReport', target: 'r' };
const away = () => Promise.reject(new NianbaoError('STORE_UNAVAILABLE'));

describe('an audit log that can not be written', () => {
  const open = (entries: Partial<AuditLog>) => {
    const log = vi.fn<AuthLog>();
    return { log, trail: new AuditTrail(entries as AuditLog, log) };
  };
  const work = () => ({
    run: vi.fn<() => Promise<string>>(() => Promise.resolve('done')),
    endingOf: () => ({ outcome: 'DONE', target: null }),
  });

  it('keeps what it would have to say from being done', async () => {
    const tried = work();
    const { trail } = open({ append: away });
    await expect(trail.record(caller, deed, tried)).rejects.toMatchObject({ code: 'STORE_UNAVAILABLE' });
    expect(tried.run).not.toHaveBeenCalled();
  });

  it('leaves what is done as it is, and says so in the log', async () => {
    const { trail, log } = open({ append: () => Promise.resolve(), complete: away });
    expect(await trail.record(caller, deed, work())).toBe('done');
    expect(log).toHaveBeenCalledWith(
      expect.objectContaining({ level: 'error', entry: expect.objectContaining({ outcome: 'DONE', target: 'r' }) }),
    );
  });

  it('is not flooded by refused sign-ins', () => {
    const append = vi.fn<() => Promise<void>>(() => Promise.resolve());
    const { trail } = open({ append });
    for (let index = 0; index < 1000; index++) trail.refused('10.0.0.1', 'UNAUTHENTICATED', 'r');
    expect(append.mock.calls.length).toBeLessThanOrEqual(240);
    expect(append.mock.calls.length).toBeGreaterThanOrEqual(120);
  });
});
