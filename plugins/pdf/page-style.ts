import type { Layout } from './layouts.ts';

// Margin boxes and not the contract's foot: only they can use the page's fonts, and tell odd pages from even ones.
// 3.6 mm put the dashes, which stand below the middle of their line, 7 mm below the text area; 14 pt leave one
// character free at the edge (GB/T 9704-2012, 7.5).
const pageNumbers = ['right', 'left']
  .map(
    (side) => `@page :${side} { @bottom-${side} { content: "- " counter(page) " -"; font: 14pt/1 "Nianbao Song", serif;
  vertical-align: top; padding-top: 3.6mm; padding-${side}: 14pt; } }`,
  )
  .join('\n');

/** The page with the layout's style, and with `- 1 -` at the foot, right on odd pages and left on even ones, in 宋体 四号. */
export function withPageStyle(html: string, { style }: Layout, isNumbered: boolean): string {
  const whole = [style, isNumbered ? pageNumbers : ''].filter((part) => part !== '').join('\n');
  return whole === '' ? html : html.replace('</head>', () => `<style>${whole}</style></head>`);
}
