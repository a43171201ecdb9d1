import type { DocumentMetadata, ParagraphBlock, PrintableDocument } from 'nianbao/plugin-api';
import { renderFigure } from './figure.ts';
import { findingsOf, renderSummary } from './findings.ts';
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

function renderHeading({ block, element, isTitle }: OutlinedHeading, language: string): Markup {
  const look = isTitle ? `title level-${block.level}` : `level-${block.level}`;
  const start = attributes({ id: block.id === '' ? undefined : block.id, class: look, lang: block.language });
  const text = isTitle ? breakable(block.text, block.language ?? language) : block.text;
  return markup`<${element}${start}>${text}</${element}>`;
}

function renderParagraph({ text, role, language }: ParagraphBlock): Markup {
  return markup`<p${attributes({ class: role === 'note' ? 'note' : undefined, lang: language })}>${text}</p>`;
}

// Chromium takes a paragraph that is laid out inline for plain text, in tagged PDF too, unless its role is spelled out.
function renderRunIn({ heading, paragraph }: RunIn, language: string): Markup {
  const { gap } = wordsFor(heading.block.language ?? language);
  const rest = markup`<div${attributes({ role: 'paragraph', lang: paragraph.language })}>${paragraph.text}</div>`;
  return markup`<div class="run-in">${renderHeading(heading, language)}${gap}${rest}</div>`;
}

function renderPart(part: Part, setting: Setting): Markup {
  if (part.type === 'tables') return renderTables(part, setting);
  if (part.type === 'runIn') return renderRunIn(part, setting.language);
  if (part.block.type === 'outlined') return renderHeading(part.block, setting.language);
  return part.block.type === 'paragraph' ? renderParagraph(part.block) : renderFigure(part.block, setting);
}

function renderTime(instant: string, { updated, day }: Words): Markup {
  const date = new Date(instant);
  if (Number.isNaN(date.getTime())) return markup`<span>${updated}${instant}</span>`;
  const time = markup`<time${attributes({ datetime: date.toISOString() })}>${day.format(date)}</time>`;
  return markup`<span>${updated}${time}</span>`;
}

// Where the title is in another language than the page, the page's own words for it stand below.
function renderByline({ author, subject, modified, language }: DocumentMetadata, words: Words): Markup {
  const own = language === undefined ? '' : markup`<span>${subject}</span> `;
  const from = markup`<span${attributes({ lang: language })}>${author}</span> `;
  return markup`<p class="byline" data-added="">${own}${from}${renderTime(modified, words)}</p>\n`;
}

/** The article element with all that the document says; `style` goes in first where the page has no head for it. */
export function renderArticle(
  document: PrintableDocument,
  { purpose, headingLevel }: HtmlOptions,
  style = markup``,
): Markup {
  const { language, metadata } = document;
  const words = wordsFor(language);
  const onScreen = purpose === 'screen';
  const findings = findingsOf(document, onScreen);
  const setting = { words, language, scrolls: onScreen, findings, written: metadata.language };
  const [title, ...parts] = partsOf(outline(document, headingLevel)).map((part) => renderPart(part, setting));
  const opening = markup`${onScreen ? renderByline(metadata, words) : ''}${renderSummary(findings, words)}`;
  const start = attributes({ class: `nianbao ${purpose}`, lang: language });
  return markup`<article${start}>\n${style}${title ?? ''}\n${opening}${parts.map((part) => markup`${part}\n`)}</article>\n`;
}
