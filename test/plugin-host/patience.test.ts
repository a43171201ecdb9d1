import { setTimeout as pause } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { closeHosts, openHost, plainStates, type TestHost } from './hosts.ts';
import { writePlugin } from './write-plugin.ts';

const soon = { timeout: 10_000, interval: 20 };
const never = 'await new Promise(() => setInterval(() => undefined, 1000)); export default {};';

describe('a plugin that takes its time to load', () => {
  let opened: TestHost;

  beforeEach(async () => {
    opened = await openHost([], { startMilliseconds: 8000 });
    await writePlugin(opened.folder, { name: 'quick' });
    await opened.host.register('quick');
    opened.host.watch();
    await writePlugin(opened.folder, { name: 'slow', code: never });
    await vi.waitUntil(() => stateOf('slow') === 'LOADING', soon);
    // It is being loaded by now, not waited for to settle.
    await pause(600);
  });

  afterEach(() => closeHosts(opened));

  const stateOf = (name: string) => plainStates(opened.host).find((plugin) => plugin.name === name)?.state;

  it('does not hold up the new version of another', async () => {
    await writePlugin(opened.folder, { name: 'quick', version: '2.0.0' });
    await vi.waitFor(async () => expect(await opened.render('quick')).toBe('quick 2.0.0'), soon);
    expect(stateOf('slow')).toBe('LOADING');
  });

  it('does not hold up that another is added or removed', async () => {
    await writePlugin(opened.folder, { name: 'other' });
    expect((await opened.host.register('other')).state).toBe('ACTIVE');
    expect(await opened.host.unregister('quick')).toBe(true);
    await expect(opened.render('quick')).rejects.toMatchObject({ code: 'UNKNOWN_RENDERER' });
    expect(stateOf('slow')).toBe('LOADING');
  });

  it('can be removed while it loads, and is not offered when it has loaded', async () => {
    expect(await opened.host.unregister('slow')).toBe(true);
    expect(stateOf('slow')).toBe('DISABLED');
  });
});

describe('what the trial of a plugin says', () => {
  let opened: TestHost;

  beforeEach(async () => {
    opened = await openHost([]);
  });

  afterEach(() => closeHosts(opened));

  const refusal = async (name: string, code: string, manifest = {}) => {
    await writePlugin(opened.folder, { name, code, manifest });
    return opened.host.register(name).then(
      () => 'registered',
      (error: { say: (locale: 'en') => string }) => error.say('en'),
    );
  };
  const rendering = (name: string, body: string) =>
    `export default { renderers: { '${name}': { render: async () => { ${body} } } } };`;

  it('has the first line of what a renderer threw, for its author', async () => {
    const said = await refusal('torn', rendering('torn', `throw new Error('template file missing: a.hbs');`));
    expect(said).toContain('template file missing: a.hbs');
  });

  it('refuses text that is none', async () => {
    const said = await refusal('bytes', rendering('bytes', 'return new Uint8Array([0xff, 0xfe, 0x41]);'));
    expect(said).toContain('is not UTF-8');
    expect(await refusal('half', rendering('half', String.raw`return '\ud800';`))).toContain('is not UTF-8');
  });

  it('takes bytes of other media types as they are', async () => {
    const code = rendering('image', 'return new Uint8Array([0xff, 0xfe, 0x41]);');
    expect(await refusal('image', code, { mediaType: 'image/png' })).toBe('registered');
  });

  it('refuses a language that no document is made in, also where only the schema allows it', async () => {
    const options = (locale: object) => ({
      documentOptions: ['locale'],
      options: { type: 'object', properties: { locale }, additionalProperties: false },
    });
    const code = rendering('french', `return 'x';`);
    expect(await refusal('french', code, options({ type: 'string', default: 'fr' }))).toContain('options.locale');
    const named = rendering('named', `return 'x';`);
    expect(await refusal('named', named, options({ type: 'string', default: 'en' }))).toBe('registered');
    const complete = opened.host.completeOptions('named', { locale: '__proto__' });
    expect(() => opened.host.documentOptions('named', complete)).toThrow(
      expect.objectContaining({ code: 'RENDERER_OPTIONS_INVALID' }) as Error,
    );
  });
});

it('does not wait for what an earlier rendering left running', async () => {
  const opened = await openHost([]);
  const code = `export default { renderers: { spins: { render: async (_, { wait }) => {
    if (wait === 1) setTimeout(() => { for (;;); }, 5);
    return 'answered by ' + process.pid;
  } } } };`;
  await writePlugin(opened.folder, {
    name: 'spins',
    code,
    manifest: { limits: { milliseconds: 8000, outputBytes: 1000 } },
  });
  await opened.host.register('spins');
  await opened.render('spins', { wait: 1 });
  await pause(100);
  const started = Date.now();
  const answers = await Promise.all(['a', 'b', 'c'].map(() => opened.render('spins')));
  for (const answer of answers) expect(answer).toMatch(/^answered by \d+$/u);
  expect(Date.now() - started).toBeLessThan(8000);
  await closeHosts(opened);
});
