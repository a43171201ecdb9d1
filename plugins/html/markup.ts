/** HTML that may stand in a page as it is. Made by `markup` and `trusted` only, so that nothing goes unescaped. */
export interface Markup {
  readonly html: string;
}

type Part = Markup | string | number | readonly Part[];

const references: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

// Controls are not allowed in HTML; invisible format characters (bidi overrides, zero-width marks) falsify what is
// read. The two joiners stay: some scripts need them.
const invisible = /(?![\u200c\u200d\s])[\p{Cc}\p{Cf}\p{Cs}\p{Noncharacter_Code_Point}]|\ufeff/gu;

function escapeText(text: string): string {
  return text.replace(invisible, '').replace(/[&<>"']/g, (character) => references[character] ?? character);
}

function toHtml(part: Part): string {
  if (typeof part === 'string') return escapeText(part);
  if (typeof part === 'number') return String(part);
  return 'html' in part ? part.html : part.map(toHtml).join('');
}

/** Template tag: what is put in is escaped, unless it is markup itself; lists are joined. */
export function markup(strings: TemplateStringsArray, ...parts: readonly Part[]): Markup {
  return { html: strings.reduce((html, string, index) => html + toHtml(parts[index - 1] ?? '') + string) };
}

/** Takes our own constant text (style sheets) as markup. Never for anything that comes from a document. */
export function trusted(html: string): Markup {
  return { html };
}

/** Attributes of a tag with a space before each; those without a value are left out. */
export function attributes(values: Readonly<Record<string, string | number | undefined>>): Markup {
  const given = Object.entries(values).filter(([, value]) => value !== undefined);
  return { html: given.map(([name, value]) => ` ${name}="${escapeText(String(value))}"`).join('') };
}
