type Attribute = string | number | undefined;

const escapes: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

function escape(raw: string): string {
  return raw.replace(/[&<>"]/gu, (found) => escapes[found] ?? found);
}

/** An element of SVG; children are elements or, with `text`, made of text. Numbers are rounded to a hundredth. */
export function element(name: string, attributes: Readonly<Record<string, Attribute>>, ...children: readonly string[]) {
  const written = Object.entries(attributes).flatMap(([key, value]) => {
    if (value === undefined) return [];
    return ` ${key}="${escape(typeof value === 'number' ? String(Math.round(value * 100) / 100) : value)}"`;
  });
  const inner = children.join('');
  return inner === '' ? `<${name}${written.join('')}/>` : `<${name}${written.join('')}>${inner}</${name}>`;
}

/** Text between tags. */
function text(content: string): string {
  return escape(content);
}

/** What a picture says for those who do not see it. */
export interface PictureWords {
  /** Unique in the document; fit for an HTML id. */
  readonly id: string;
  readonly title: string;
  readonly description: string;
}

/** A picture in the colour and the face of the text around it, so that it is read in the dark, in grey and on paper. */
export function picture(
  { id, title, description }: PictureWords,
  { width, height }: { readonly width: number; readonly height: number },
  children: readonly string[],
): string {
  return element(
    'svg',
    {
      xmlns: 'http://www.w3.org/2000/svg',
      viewBox: `0 0 ${width} ${height}`,
      width: '100%',
      role: 'img',
      'aria-labelledby': `${id}-title ${id}-desc`,
      fill: 'currentColor',
      'font-size': 13,
    },
    element('title', { id: `${id}-title` }, text(title)),
    element('desc', { id: `${id}-desc` }, text(description)),
    ...children,
  );
}

/** A line of text; its face is that of the page. */
export function label(x: number, y: number, content: string, anchor: 'start' | 'middle' | 'end' = 'start'): string {
  return element('text', { x, y, 'text-anchor': anchor }, text(content));
}
