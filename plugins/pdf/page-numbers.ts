// A margin box and not the contract's foot: only the box can use the page's fonts, and it can tell odd pages from even.
// 4.5 mm and half of 14 pt put the dashes 7 mm below the text area (GB/T 9704-2012, 7.5).
const style = `<style>@page { @bottom-center { content: "- " counter(page) " -"; font: 14pt/1 "Nianbao Song", serif;
  vertical-align: top; padding-top: 4.5mm; } }</style>`;

/** The page with `- 1 -` at the foot of each sheet, in 宋体 四号. */
export function withPageNumbers(html: string): string {
  return html.replace('</head>', () => `${style}</head>`);
}
