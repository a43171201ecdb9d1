import { definePlugin, defineRenderer } from 'nianbao/plugin-api';
import type { DocxOptions } from './options.ts';

/** The `docx` plugin: a printable document as an editable text document. The library is loaded by the first one. */
export default definePlugin({
  renderers: {
    docx: defineRenderer<DocxOptions>({
      render: async (document, options) => {
        const { renderDocx } = await import('./text-document.ts');
        return renderDocx(document, options);
      },
    }),
  },
});
