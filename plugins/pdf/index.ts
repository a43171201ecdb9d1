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
      render: async (html, { pageNumbers }, { print }) => {
        const printed = await print({ html: pageNumbers ? withPageNumbers(html) : html, layout });
        return makeAccessible(printed);
      },
    }),
  },
});
