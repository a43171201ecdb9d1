import type { FigureBlock, ParagraphBlock, PrintableDocument } from 'nianbao/plugin-api';
import { attributes, markup, type Markup } from './markup.ts';
import type { HtmlOptions } from './options.ts';
import { outline, type OutlinedHeading } from './outline.ts';
import { partsOf, type Part } from './parts.ts';
import { renderTables } from './tables.ts';
import { wordsFor, type Words } from './words.ts';

function renderHeading({ block, element }: OutlinedHeading): Markup {
  const look = attributes({ id: block.id, class: `level-${block.level}` });
  return markup`<${element}${look}>${block.text}</${element}>`;
}

function renderParagraph({ text, role }: ParagraphBlock): Markup {
  return role === 'note' ? markup`<p class="note">${text}</p>` : markup`<p>${text}</p>`;
}

// An image element neither runs scripts nor loads what the picture refers to; `figure` would be a second,
// nameless figure in a tagged PDF.
function renderFigure({ svg, alternative, caption }: FigureBlock): Markup {
  const source = `data:image/svg+xml;base64,${Buffer.from(svg).toString('base64')}`;
  const image = markup`<img${attributes({ src: source, alt: alternative })}>`;
  return markup`<div class="figure">${image}${caption === '' ? '' : markup`<p class="note">${caption}</p>`}</div>`;
}

function renderRunIn(heading: OutlinedHeading, paragraph: ParagraphBlock, words: Words): Markup {
  return markup`<div class="run-in">${renderHeading(heading)}${words.gap}${renderParagraph(paragraph)}</div>`;
}

function renderPart(part: Part, words: Words, options: HtmlOptions): Markup {
  if (part.type === 'tables') return renderTables(part, { words, scrolls: options.purpose === 'screen' });
  if (part.type === 'runIn') return renderRunIn(part.heading, part.paragraph, words);
  if (part.block.type === 'outlined') return renderHeading(part.block);
  return part.block.type === 'paragraph' ? renderParagraph(part.block) : renderFigure(part.block);
}

function shortDate(instant: string, timeZone: string): string {
  const date = new Date(instant);
  if (Number.isNaN(date.getTime())) return instant;
  // Swedish is the locale that writes dates as ISO 8601 does.
  return new Intl.DateTimeFormat('sv-SE', { dateStyle: 'short', timeZone }).format(date);
}

function renderByline({ metadata }: PrintableDocument, words: Words): Markup {
  const { author, modified } = metadata;
  const date = shortDate(modified, words.timeZone);
  const time = markup`<span>${words.updated}<time${attributes({ datetime: date })}>${date}</time></span>`;
  return markup`<p class="byline"><span>${author}</span> ${time}</p>\n`;
}

/** The article element with all that the document says. */
export function renderArticle(document: PrintableDocument, options: HtmlOptions): Markup {
  const words = wordsFor(document.language);
  const [title, ...parts] = partsOf(outline(document)).map((part) => renderPart(part, words, options));
  const byline = options.purpose === 'screen' ? renderByline(document, words) : '';
  const start = attributes({ class: `nianbao ${options.purpose}`, lang: document.language });
  return markup`<article${start}>\n${title ?? ''}\n${byline}${parts.map((part) => markup`${part}\n`)}</article>\n`;
}
