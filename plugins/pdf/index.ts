import { definePlugin, defineRenderer } from 'nianbao/plugin-api';
import { accessibleThreads } from './accessible/threads.ts';
import { layouts } from './layouts.ts';
import { withPageStyle } from './page-style.ts';

interface PdfOptions {
  readonly layout: keyof typeof layouts;
  readonly pageNumbers: boolean;
}

/** The `pdf` plugin: the page of the `html` plugin, printed by the gateway's browser, made PDF/UA-1. */
export default definePlugin({
  renderers: {
    pdf: defineRenderer<PdfOptions, string>({
      render: async (html, options, { print, log, signal }) => {
        const layout = layouts[options.layout];
        const makeAccessible = accessibleThreads();
        const printed = await print({ html: withPageStyle(html, layout, options.pageNumbers), layout: layout.page });
        const { bytes, faults } = await makeAccessible(printed, signal);
        // Better without the claim than with a false one; the document itself is as good as it can be.
        if (faults.length > 0) log(`The PDF does not claim to be PDF/UA-1: ${faults.join(', ')} of ISO 14289-1.`);
        return bytes;
      },
    }),
  },
});
