import { definePlugin, defineRenderer } from 'nianbao/plugin-api';
import { makeAccessible } from './accessible/index.ts';
import { layout } from './layout.ts';
import { withPageNumbers } from './page-numbers.ts';

interface PdfOptions {
  readonly pageNumbers: boolean;
}

/** The `pdf` plugin: the page of the `html` plugin, printed by the gateway's browser, made PDF/UA-1. */
export default definePlugin({
  renderers: {
    pdf: defineRenderer<PdfOptions, string>({
      render: async (html, { pageNumbers }, { print, log }) => {
        const printed = await print({ html: pageNumbers ? withPageNumbers(html) : html, layout });
        const { bytes, faults } = makeAccessible(printed);
        // Better without the claim than with a false one; the document itself is as good as it can be.
        if (faults.length > 0) log(`The PDF does not claim to be PDF/UA-1: ${faults.join(', ')} of ISO 14289-1.`);
        return bytes;
      },
    }),
  },
});
