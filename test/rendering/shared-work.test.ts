import { describe, expect, it, vi } from 'vitest';
import type { RenderControl } from '#rendering/renderer-catalogue.ts';
import { SharedWork } from '#rendering/shared-work.ts';

function caller() {
  const leaving = new AbortController();
  const progress = vi.fn<(fraction: number) => void>();
  return { signal: leaving.signal, progress, leave: () => leaving.abort(new Error('I leave')) };
}

/** Work that goes on until it is told what it came to. */
function work() {
  let resolve: (done: string) => void = () => {};
  let reject: (error: Error) => void = () => {};
  const promise = new Promise<string>((...both) => {
    [resolve, reject] = both;
  });
  const begin = vi.fn<(control: RenderControl) => Promise<string>>(() => promise);
  return {
    begin,
    resolve: (done: string) => resolve(done),
    reject: (error: Error) => reject(error),
    control: () => begin.mock.calls[0]![0],
  };
}

describe('work that is shared', () => {
  it('is done once for all who want it, and anew for who comes later', async () => {
    const [shared, { begin, resolve }] = [new SharedWork<string>(), work()];
    const all = Promise.all(Array.from({ length: 5 }, () => shared.join('a', caller(), begin)));
    const other = shared.join('b', caller(), () => Promise.resolve('other'));
    expect(await other).toBe('other');
    resolve('done');
    expect(await all).toEqual(Array(5).fill('done'));
    expect(begin).toHaveBeenCalledTimes(1);
    expect(await shared.join('a', caller(), () => Promise.resolve('again'))).toBe('again');
  });

  it('is not cancelled by one who leaves, be it the first', async () => {
    const [shared, { begin, resolve, control }] = [new SharedWork<string>(), work()];
    const [first, second] = [caller(), caller()];
    const [left, stayed] = [shared.join('a', first, begin), shared.join('a', second, begin)];
    first.leave();
    await expect(left).rejects.toThrow('I leave');
    expect(control().signal.aborted).toBe(false);
    resolve('done');
    expect(await stayed).toBe('done');
  });

  it('is cancelled when the last one leaves; who comes then begins anew', async () => {
    const [shared, { begin, control }] = [new SharedWork<string>(), work()];
    const callers = [caller(), caller()];
    const joined = callers.map((one) => shared.join('a', one, begin));
    await Promise.resolve();
    for (const one of callers) one.leave();
    for (const one of joined) await expect(one).rejects.toThrow('I leave');
    expect(control().signal.aborted).toBe(true);
    expect(await shared.join('a', caller(), () => Promise.resolve('anew'))).toBe('anew');
  });

  it('tells everybody how far it is, also those who came later', async () => {
    const [shared, { begin, resolve, control }] = [new SharedWork<string>(), work()];
    const [early, late] = [caller(), caller()];
    const joined = [shared.join('a', early, begin)];
    await Promise.resolve();
    control().progress(0.5);
    joined.push(shared.join('a', late, begin));
    control().progress(0.7);
    expect(early.progress.mock.calls.flat()).toEqual([0, 0.5, 0.7]);
    expect(late.progress.mock.calls.flat()).toEqual([0.5, 0.7]);
    resolve('done');
    await Promise.all(joined);
  });

  it('fails for everybody alike, and is tried again by who comes later', async () => {
    const [shared, { begin, reject }] = [new SharedWork<string>(), work()];
    const joined = [shared.join('a', caller(), begin), shared.join('a', caller(), begin)];
    reject(new Error('broken'));
    for (const one of joined) await expect(one).rejects.toThrow('broken');
    expect(await shared.join('a', caller(), () => Promise.resolve('mended'))).toBe('mended');
  });

  it('does not begin for one who has left already', async () => {
    const [shared, { begin }, gone] = [new SharedWork<string>(), work(), caller()];
    gone.leave();
    await expect(shared.join('a', gone, begin)).rejects.toThrow('I leave');
    expect(begin).not.toHaveBeenCalled();
  });
});
