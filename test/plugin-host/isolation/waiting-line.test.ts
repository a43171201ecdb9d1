import { describe, expect, it } from 'vitest';
import { WaitingLine } from '#plugin-host/isolation/waiting-line.ts';

const patient = new AbortController().signal;

describe('a waiting line', () => {
  it('serves those who wait in the order in which they came', async () => {
    const line = new WaitingLine<string>();
    const turns = [line.join(patient), line.join(patient)];
    line.serve('first');
    line.serve('second');
    line.serve('nobody');
    expect(await Promise.all(turns)).toEqual(['first', 'second']);
    expect(line.length).toBe(0);
  });

  it('lets somebody leave, with the reason of the signal, and nobody else', async () => {
    const line = new WaitingLine<string>();
    const leaving = new AbortController();
    const [left, stayed] = [line.join(leaving.signal), line.join(patient)];
    const reason = new Error('left');
    leaving.abort(reason);
    await expect(left).rejects.toBe(reason);
    line.serve('mine');
    expect(await stayed).toBe('mine');
    await expect(line.join(leaving.signal)).rejects.toBe(reason);
    expect(line.length).toBe(0);
  });

  it('does not take back what was served when its signal aborts later', async () => {
    const line = new WaitingLine<string>();
    const leaving = new AbortController();
    const [served, waiting] = [line.join(leaving.signal), line.join(patient)];
    line.serve('mine');
    leaving.abort(new Error('too late'));
    expect(await served).toBe('mine');
    expect(line.length).toBe(1);
    line.serve('next');
    expect(await waiting).toBe('next');
  });

  it('sends away the first, or all', async () => {
    const line = new WaitingLine<string>();
    const outcomes = Promise.allSettled([line.join(patient), line.join(patient), line.join(patient)]);
    line.refuse('full');
    line.dissolve('closed');
    expect((await outcomes).map((outcome) => outcome.status === 'rejected' && (outcome.reason as string))).toEqual([
      'full',
      'closed',
      'closed',
    ]);
  });
});
