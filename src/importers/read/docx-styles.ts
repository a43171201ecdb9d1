import type { Archive } from './archive.ts';
import { partOf } from './office.ts';
import { childrenNamed, find, type XmlElement } from './xml.ts';

/** What a paragraph is by its style. */
export interface ParagraphKind {
  /** Level of the heading, 1 outermost; undefined for text. */
  readonly level: number | undefined;
  /** A line of the table of contents. */
  readonly isContents: boolean;
}

/** Tells what a paragraph is. */
export type DocxStyles = (paragraph: XmlElement) => ParagraphKind;

interface Style {
  readonly name: string;
  readonly basedOn: string;
  readonly level: number | undefined;
}

/** Styles that are built on more others than this go round in a circle. */
const LONGEST_CHAIN = 20;

function valueOf(element: XmlElement | undefined, ...path: readonly string[]): string | undefined {
  return find(element, ...path)?.attributes['val'];
}

/** Outline levels count from 0; 9 is text. */
function outlineLevel(properties: XmlElement | undefined): number | undefined {
  const level = Number(valueOf(properties, 'outlineLvl') ?? 9);
  return level >= 0 && level < 9 ? level + 1 : undefined;
}

function styleOf(element: XmlElement): Style {
  const name = (valueOf(element, 'name') ?? '').toLowerCase();
  const named = /^heading ([1-9])$/u.exec(name)?.[1];
  const level = outlineLevel(find(element, 'pPr')) ?? (named === undefined ? undefined : Number(named));
  return { name, basedOn: valueOf(element, 'basedOn') ?? '', level };
}

/** Reads a document's styles: headings are known by their outline level or by Word's own names, also by inheritance. */
export function readStyles(archive: Archive): DocxStyles {
  const elements = childrenNamed(find(partOf(archive, 'word/styles.xml'), 'styles'), 'style');
  const styles = new Map(elements.map((element) => [element.attributes['styleId'] ?? '', styleOf(element)]));
  const inherited = (id: string, steps = 0): number | undefined => {
    const style = styles.get(id);
    return !style || steps > LONGEST_CHAIN ? undefined : (style.level ?? inherited(style.basedOn, steps + 1));
  };
  return (paragraph) => {
    const properties = find(paragraph, 'pPr');
    const id = valueOf(properties, 'pStyle') ?? '';
    const isContents = /^toc(?: \d| heading)?$/u.test(styles.get(id)?.name ?? '');
    return { level: outlineLevel(properties) ?? inherited(id), isContents };
  };
}
