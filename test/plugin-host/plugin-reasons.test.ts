import { expect, it } from 'vitest';
import { NianbaoError } from '#errors/nianbao-error.ts';
import { pluginReasons, reasonOf } from '#plugin-host/plugin-reasons.ts';

const placesOf = (text: string) => [...text.matchAll(/\{\w+\}/gu)].map(([place]) => place).sort();

it.each(Object.entries(pluginReasons))('%s says the same in both languages', (_, { zh, en }) => {
  expect(placesOf(zh)).toEqual(placesOf(en));
  expect(zh).toMatch(/\p{Script=Han}/u);
});

it('a reason is said in the language of the error, with the error that it holds', () => {
  const failure = new NianbaoError('NOT_FOUND', { id: 'x' }).phrase;
  const error = new NianbaoError('PLUGIN_INVALID', { plugin: 'p', reason: reasonOf('PROBE_FAILED', { failure }) });
  expect(error.message).toBe('The plugin “p” cannot be registered: it failed on the sample: Nothing was found by “x”.');
  expect(error.say('zh')).toBe('插件“p”无法注册：试运行失败：未找到“x”。');
});
