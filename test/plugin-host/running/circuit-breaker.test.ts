import { afterEach, beforeEach, expect, it, describe } from 'vitest';
import { setTimeout as pause } from 'node:timers/promises';
import { closeHosts, openHost, type TestHost } from '../hosts.ts';

const breaker = { failures: 3, window: 10_000, rest: 300, longestRest: 1000 };

describe('a renderer that fails again and again', () => {
  let opened: TestHost;

  beforeEach(async () => {
    opened = await openHost(['throws', 'kills-itself', 'returns-wrong-type'], { breaker });
  });

  afterEach(() => closeHosts(opened));

  const codeOf = (misbehave: string, renderer = 'kills-itself') =>
    opened.render(renderer, { misbehave }).then(
      () => 'done',
      (error: { readonly code: string }) => error.code,
    );

  it('is left alone for a while, tried with one request, and works again', async () => {
    for (let index = 0; index < 3; index++) expect(await codeOf('yes')).toBe('RENDERING_FAILED');
    await expect(opened.render('kills-itself')).rejects.toMatchObject({
      code: 'RENDERER_SUSPENDED',
      parameters: { renderer: 'kills-itself', version: '1.0.0', retryAfterSeconds: 1 },
    });
    expect(await opened.render('returns-wrong-type')).toBe('样本报告');
    await pause(350);
    expect((await Promise.all([codeOf('yes'), codeOf('no')])).sort()).toEqual([
      'RENDERER_SUSPENDED',
      'RENDERING_FAILED',
    ]);
    expect(await codeOf('no')).toBe('RENDERER_SUSPENDED');
    await pause(650);
    expect(await codeOf('no')).toBe('done');
    expect(await codeOf('no')).toBe('done');
  });

  it('keeps nobody from a renderer by asking for what it can not do, which costs no more than the request', async () => {
    for (let index = 0; index < 3; index++) expect(await codeOf('yes', 'throws')).toBe('RENDERING_FAILED');
    // Whoever asks for the same again is told so without a rendering, until it may have changed.
    expect(await codeOf('yes', 'throws')).toBe('RENDERER_SUSPENDED');
    expect(await codeOf('no', 'throws')).toBe('done');
    await pause(350);
    expect(await codeOf('yes', 'throws')).toBe('RENDERING_FAILED');
    expect(await codeOf('yes', 'throws')).toBe('RENDERER_SUSPENDED');
  });

  it('is not suspended by callers who leave', async () => {
    for (let index = 0; index < 5; index++)
      await opened.render('kills-itself', {}, AbortSignal.abort(new Error('left'))).catch(() => undefined);
    expect(await codeOf('no')).toBe('done');
  });
});
