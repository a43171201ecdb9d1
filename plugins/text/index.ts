import { definePlugin, defineRenderer } from 'nianbao/plugin-api';
import type { TextOptions } from './options.ts';
import { renderText } from './text.ts';

/** The `text` plugin: a printable document as plain text that can be listened to and read back by a program. */
export default definePlugin({
  renderers: { text: defineRenderer<TextOptions>({ render: renderText }) },
});
