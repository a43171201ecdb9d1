import type { FigureBlock } from 'nianbao/plugin-api';
import { attributes, markup, type Markup } from './markup.ts';
import type { Words } from './words.ts';

/** How pictures are shown. */
interface FigureStyle {
  readonly words: Words;
  /** On paper, nothing leads anywhere. */
  readonly scrolls: boolean;
}

// An image element neither runs scripts nor loads what the picture refers to.
function renderImage({ svg, alternative }: FigureBlock): Markup {
  const source = `data:image/svg+xml;base64,${Buffer.from(svg).toString('base64')}`;
  return markup`<img${attributes({ src: source, alt: alternative })}>`;
}

/** A picture with its caption and, on the screen, the way to the table of its figures. */
export function renderFigure(block: FigureBlock, { words, scrolls }: FigureStyle): Markup {
  const { caption, table } = block;
  const image = renderImage(block);
  const said = caption === '' ? markup`` : markup`<p class="note">${caption}</p>`;
  // In a tagged PDF, `figure` would be a second, nameless figure around the picture.
  if (!scrolls) return markup`<div class="figure">${image}${said}</div>`;
  const way = table === undefined ? '' : markup`<p class="note"><a href="#${table}">${words.toTable}</a></p>`;
  const below = caption === '' && table === undefined ? '' : markup`<figcaption>${said}${way}</figcaption>`;
  return markup`<figure class="figure">${image}${below}</figure>`;
}
