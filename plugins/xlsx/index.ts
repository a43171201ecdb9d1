import { definePlugin, defineRenderer } from 'nianbao/plugin-api';
import type { XlsxOptions } from './options.ts';

/** The `xlsx` plugin: a printable document as a workbook. The library is loaded by the first one. */
export default definePlugin({
  renderers: {
    xlsx: defineRenderer<XlsxOptions>({
      render: async (document, options) => {
        const { renderWorkbook } = await import('./workbook.ts');
        return renderWorkbook(document, options);
      },
    }),
  },
});
