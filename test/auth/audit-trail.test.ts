import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { AuthLog } from '#auth/auth-log.ts';
import { AuditTrail } from '#auth/audit-trail.ts';
import { anonymous, operator } from '#auth/principal.ts';
import { NianbaoError } from '#errors/nianbao-error.ts';
import type { AuditEntry, AuditLog } from '#store/audit-log.ts';

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

describe('what is tried very often', () => {
  let entries: AuditEntry[];
  let trail: AuditTrail;

  beforeEach(() => {
    vi.useFakeTimers();
    entries = [];
    const append = (entry: AuditEntry) => Promise.resolve(void entries.push(entry));
    trail = new AuditTrail({ append, complete: () => Promise.resolve() } as unknown as AuditLog, () => undefined);
  });
  afterEach(() => vi.useRealTimers());

  const refused = { run: () => Promise.reject(new NianbaoError('FORBIDDEN')), endingOf: () => expect.fail() };
  const codes = async (viewer: typeof operator, times: number) => {
    const found: string[] = [];
    for (let index = 0; index < times; index++)
      await trail.record({ viewer, address: null }, deed, refused).catch(({ code }: NianbaoError) => found.push(code));
    return found;
  };
  const leftOut = () => entries.filter(({ operation }) => operation === 'leftOut');

  it('by nobody that is signed in is written down 120 times a minute, and then how often besides', async () => {
    expect(new Set(await codes(anonymous, 2400))).toEqual(new Set(['FORBIDDEN']));
    expect(entries).toHaveLength(120);
    await vi.advanceTimersByTimeAsync(60_000);
    expect(leftOut()).toMatchObject([{ outcome: 'LEFT_OUT', details: '2280 × mutation', subject: null }]);
    await codes(anonymous, 2);
    expect(entries).toHaveLength(123);
  });

  it('by one subject is written down 600 times, and then not done for the rest of the minute', async () => {
    const found = await codes(operator, 700);
    expect(found.filter((code) => code === 'TOO_MANY_REFUSALS')).toHaveLength(100);
    expect(entries).toHaveLength(600);
    const other = { ...operator, subject: 'another' };
    expect(await codes(other, 1)).toEqual(['FORBIDDEN']);
    await vi.advanceTimersByTimeAsync(60_000);
    expect(leftOut()).toMatchObject([{ details: '100 × mutation', subject: 'operator' }]);
    expect(await codes(operator, 1)).toEqual(['FORBIDDEN']);
  });

  it('is counted for a subject only when it is refused', async () => {
    const done = { run: () => Promise.resolve(1), endingOf: () => ({ outcome: 'DONE', target: null }) };
    for (let index = 0; index < 700; index++) await trail.record(caller, deed, done);
    expect(entries).toHaveLength(700);
  });

  it('is told when the gateway stops, refused sign-ins too', async () => {
    for (let index = 0; index < 130; index++) trail.refused(null, 'UNAUTHENTICATED', 'r');
    await trail.close();
    expect(leftOut()).toMatchObject([{ details: '10 × signIn', subject: null }]);
  });
});
