import { definePlugin, defineRenderer } from 'nianbao/plugin-api';
import { renderCsv } from './csv.ts';
import type { CsvOptions } from './options.ts';

/** The `csv` plugin: a printable document as lines of one figure each. */
export default definePlugin({
  renderers: { csv: defineRenderer<CsvOptions>({ render: renderCsv }) },
});
