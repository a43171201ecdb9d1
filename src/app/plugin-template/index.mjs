// @ts-check
import { definePlugin, defineRenderer, leafPaths } from 'nianbao/plugin-api';

/**
 * @typedef {import('nianbao/plugin-api').TableBlock} TableBlock
 * @typedef {{ mark: string, zeros: boolean }} Options as plugin.json declares them, with its defaults
 */

/** @type {(table: TableBlock, options: Options) => string[]} */
function figuresOf(table, { mark, zeros }) {
  const rows = leafPaths(table.rows);
  const columns = leafPaths(table.columns);
  return table.cells.flatMap((cells, row) =>
    cells.flatMap(({ state, text }, column) => {
      if (state !== 'figure' || (text === '0' && !zeros)) return [];
      const heads = [...(rows[row] ?? []), ...(columns[column] ?? [])].filter((head) => head !== '');
      return [`${mark} ${heads.join(' › ')}: ${text} ${table.unit}`];
    }),
  );
}

export default definePlugin({
  renderers: {
    'my-renderer': defineRenderer({
      render: (document, /** @type {Options} */ options, { signal }) => {
        const lines = [document.title];
        for (const block of document.blocks) {
          signal.throwIfAborted();
          if (block.type === 'table') lines.push('', block.caption, ...figuresOf(block, options));
        }
        return `${lines.join('\n')}\n`;
      },
    }),
  },
});
