import { definePlugin, defineRenderer } from 'nianbao/plugin-api';
import { jsonDocument } from './json-document.ts';
import type { JsonOptions } from './options.ts';

/** The `json` plugin: a printable document as data, described by `report.schema.json`. */
export default definePlugin({
  renderers: {
    json: defineRenderer<JsonOptions>({
      render: (document, { indent }) => `${JSON.stringify(jsonDocument(document), undefined, indent)}\n`,
    }),
  },
});
