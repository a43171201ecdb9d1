import { definePlugin, defineRenderer } from 'nianbao/plugin-api';
import { layout } from './layout.ts';
import { withPageNumbers } from './page-numbers.ts';

interface PdfOptions {
  readonly pageNumbers: boolean;
}

/** The `pdf` plugin: the page of the `html` plugin, printed by the gateway's browser. */
export default definePlugin({
  renderers: {
    pdf: defineRenderer<PdfOptions, string>({
      render: (html, { pageNumbers }, { print }) => print({ html: pageNumbers ? withPageNumbers(html) : html, layout }),
    }),
  },
});
