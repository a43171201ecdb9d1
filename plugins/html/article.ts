import type { DocumentMetadata, FigureBlock, ParagraphBlock, PrintableDocument } from 'nianbao/plugin-api';
import { attributes, markup, type Markup } from './markup.ts';
import type { HtmlOptions } from './options.ts';
import { outline, type OutlinedHeading } from './outline.ts';
import { partsOf, type Part } from './parts.ts';
import { breakable } from './phrases.ts';
import { renderTables, type TableStyle } from './tables.ts';
import { wordsFor, type Words } from './words.ts';

type RunIn = Extract<Part, { type: 'runIn' }>;

interface Setting extends TableStyle {
  readonly language: string;
}

function renderHeading({ block, element }: OutlinedHeading, language: string): Markup {
  const look = attributes({ id: block.id === '' ? undefined : block.id, class: `level-${block.level}` });
  const text = element === 'h1' ? breakable(block.text, language) : block.text;
  return markup`<${element}${look}>${text}</${element}>`;
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

// Chromium takes a paragraph that is laid out inline for plain text, in tagged PDF too, unless its role is spelled out.
function renderRunIn({ heading, paragraph }: RunIn, { words, language }: Setting): Markup {
  const rest = markup`<p role="paragraph">${paragraph.text}</p>`;
  return markup`<div class="run-in">${renderHeading(heading, language)}${words.gap}${rest}</div>`;
}

function renderPart(part: Part, setting: Setting): Markup {
  if (part.type === 'tables') return renderTables(part, setting);
  if (part.type === 'runIn') return renderRunIn(part, setting);
  if (part.block.type === 'outlined') return renderHeading(part.block, setting.language);
  return part.block.type === 'paragraph' ? renderParagraph(part.block) : renderFigure(part.block);
}

function renderTime(instant: string, { updated, day }: Words): Markup {
  const date = new Date(instant);
  if (Number.isNaN(date.getTime())) return markup`<span>${updated}${instant}</span>`;
  const time = markup`<time${attributes({ datetime: date.toISOString() })}>${day.format(date)}</time>`;
  return markup`<span>${updated}${time}</span>`;
}

function renderByline({ author, modified }: DocumentMetadata, words: Words): Markup {
  return markup`<p class="byline"><span>${author}</span> ${renderTime(modified, words)}</p>\n`;
}

/** The article element with all that the document says. */
export function renderArticle(document: PrintableDocument, options: HtmlOptions): Markup {
  const { language } = document;
  const words = wordsFor(language);
  const setting = { words, language, scrolls: options.purpose === 'screen' };
  const [title, ...parts] = partsOf(outline(document)).map((part) => renderPart(part, setting));
  const byline = options.purpose === 'screen' ? renderByline(document.metadata, words) : '';
  const start = attributes({ class: `nianbao ${options.purpose}`, lang: language });
  return markup`<article${start}>\n${title ?? ''}\n${byline}${parts.map((part) => markup`${part}\n`)}</article>\n`;
}
