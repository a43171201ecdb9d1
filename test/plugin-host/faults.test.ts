import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { closeHosts, openHost, plainStates, type TestHost } from './hosts.ts';

const misbehaving = [
  'throws',
  'never-returns',
  'exits-early',
  'eats-memory',
  'kills-itself',
  'writes-to-stdout',
  'huge-output',
  'reads-environment',
  'returns-wrong-type',
];

const unfit = ['wrong-contract-version', 'bad-manifest', 'bad-schema', 'slow-start'];

/** Renderer, what it does, the code and the words of the error, and when it must be there at the latest. */
const faults = [
  ['throws', 'yes', 'RENDERING_FAILED', { phase: 'render', fault: 'THREW' }, 500],
  ['never-returns', 'waits', 'RENDERING_TIMEOUT', { phase: 'render', fault: 'TIMEOUT' }, 1000],
  ['never-returns', 'loops', 'RENDERING_TIMEOUT', { phase: 'render', fault: 'TIMEOUT' }, 1000],
  ['exits-early', 'yes', 'RENDERING_FAILED', { phase: 'render', fault: 'EXITED' }, 1000],
  ['eats-memory', 'heap', 'RENDERING_FAILED', { phase: 'render', fault: 'OUT_OF_MEMORY' }, 8000],
  ['eats-memory', 'buffers', 'RENDERING_FAILED', { phase: 'render', fault: 'OUT_OF_MEMORY' }, 8000],
  ['kills-itself', 'yes', 'RENDERING_FAILED', { phase: 'render', fault: 'KILLED' }, 1000],
  ['writes-to-stdout', 'forges', 'RENDERING_FAILED', { phase: 'output', fault: 'PROTOCOL' }, 1000],
  ['writes-to-stdout', 'floods', 'RENDERING_FAILED', { phase: 'render', fault: 'FLOODED' }, 4000],
  ['huge-output', 'returns', 'RENDERING_FAILED', { phase: 'output', fault: 'OUTPUT_TOO_LARGE' }, 4000],
  ['huge-output', 'sends', 'RENDERING_FAILED', { phase: 'output', fault: 'OUTPUT_TOO_LARGE' }, 4000],
  ['returns-wrong-type', 'yes', 'RENDERING_FAILED', { phase: 'output', fault: 'WRONG_TYPE' }, 500],
] as const;

describe('renderers that misbehave', () => {
  let opened: TestHost;

  beforeAll(async () => {
    opened = await openHost([...misbehaving, ...unfit], { startMilliseconds: 2000 });
  });

  afterAll(() => closeHosts(opened));

  it.each(faults)('%s (%s) is answered with %s %o', async (...[renderer, misbehave, code, words, limit]) => {
    const start = performance.now();
    await expect(opened.render(renderer, { misbehave })).rejects.toMatchObject({
      code,
      parameters: { renderer, version: '1.0.0', ...words },
    });
    expect(performance.now() - start).toBeLessThan(limit);
    // The next request finds it well.
    expect(await opened.render(renderer)).toBe('样本报告');
  });

  it('tells the log what nobody else is told', async () => {
    const error: unknown = await opened.render('throws', { misbehave: 'yes' }).catch((thrown: unknown) => thrown);
    expect((error as Error).message).not.toContain('12345');
    expect(error).toMatchObject({
      cause: { message: 'the password is 12345', cause: expect.stringMatching(/at .*index\.js/u) },
    });
  });

  it('keeps what is written to standard output for the log', async () => {
    expect(await opened.render('writes-to-stdout')).toBe('样本报告');
    const words = opened.log.filter(({ plugin }) => plugin === 'writes-to-stdout').map(({ message }) => message);
    expect(words.join('\n')).toContain('a word on standard error');
  });

  it('has an empty environment, and reaches neither files nor programs of the gateway', async () => {
    expect(JSON.parse(await opened.render('reads-environment'))).toEqual({
      variables: [],
      gateway: 'ERR_ACCESS_DENIED',
      files: 'ERR_ACCESS_DENIED',
      writing: 'ERR_ACCESS_DENIED',
      programs: 'ERR_ACCESS_DENIED',
      folder: true,
    });
  });

  it.each([
    ['wrong-contract-version', '^9.0.0'],
    ['bad-manifest', 'manifest.renderers[0].limits is required'],
    ['bad-schema', 'options schema'],
    ['slow-start', 'not loaded within 2 s'],
  ])('%s is FAILED with the reason, and is no renderer', async (name, reason) => {
    expect(plainStates(opened.host).find((plugin) => plugin.name === name)).toMatchObject({
      state: 'FAILED',
      error: expect.stringContaining(reason),
    });
    expect(() => opened.host.get(name)).toThrow(expect.objectContaining({ code: 'UNKNOWN_RENDERER' }));
  });
});
