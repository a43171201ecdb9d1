import { definePlugin, defineRenderer } from 'nianbao/plugin-api';
import { toAscii } from './ascii.ts';
import { brailleLines } from './braille-lines.ts';
import { requireTranslator } from './lou-translate.ts';
import type { BrailleOptions, BrfOptions } from './options.ts';
import { paginate } from './pages.ts';

requireTranslator();

/** The `braille` plugin: the accessible text in braille, translated by liblouis. */
export default definePlugin({
  renderers: {
    braille: defineRenderer<BrailleOptions, string>({
      render: async (text, options, { signal }) => `${(await brailleLines(text, options, signal)).join('\n')}\n`,
    }),
    brf: defineRenderer<BrfOptions, string>({
      render: async (text, options, { signal }) =>
        paginate((await brailleLines(text, options, signal)).map(toAscii), options.pageLength),
    }),
  },
});
