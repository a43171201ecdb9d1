import { SaxesParser } from 'saxes';
import { NianbaoError } from '#errors/nianbao-error.ts';

/** An element of XML; names are without their prefix. */
export interface XmlElement {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly (XmlElement | string)[];
}

interface Growing extends XmlElement {
  readonly children: (XmlElement | string)[];
}

const DEEPEST = 200;
const MOST_ELEMENTS = 400_000;

function unsafe(reason: string): NianbaoError {
  return new NianbaoError('DOCUMENT_UNSAFE', { reason });
}

function localName(name: string): string {
  return name.slice(name.indexOf(':') + 1);
}

/** Keeps the tree that is being built, and its bounds. */
class TreeBuilder {
  readonly root: Growing = { name: '', attributes: {}, children: [] };
  readonly #open: Growing[] = [this.root];
  #elements = 0;

  start(name: string, attributes: Readonly<Record<string, string>>): void {
    if (this.#open.length > DEEPEST) throw unsafe(`XML > ${DEEPEST}`);
    if (++this.#elements > MOST_ELEMENTS) throw unsafe(`XML > ${MOST_ELEMENTS}`);
    const plain = Object.entries(attributes).map(([key, value]) => [localName(key), value] as const);
    const element: Growing = { name: localName(name), attributes: Object.fromEntries(plain), children: [] };
    this.#open.at(-1)?.children.push(element);
    this.#open.push(element);
  }

  text(text: string): void {
    this.#open.at(-1)?.children.push(text);
  }

  end(): void {
    this.#open.pop();
  }
}

/**
 * Parses XML. A document type is refused, and with it every entity that the document could declare; DOCUMENT_DAMAGED
 * when it is not well-formed.
 */
export function parseXml(text: string): XmlElement {
  const parser = new SaxesParser();
  const tree = new TreeBuilder();
  parser.on('doctype', () => {
    throw unsafe('DOCTYPE');
  });
  parser.on('error', (cause) => {
    throw new NianbaoError('DOCUMENT_DAMAGED', { kind: 'XML' }, { cause });
  });
  parser.on('opentag', ({ name, attributes }) => tree.start(name, attributes));
  parser.on('closetag', () => tree.end());
  parser.on('text', (content) => tree.text(content));
  parser.on('cdata', (content) => tree.text(content));
  parser.write(text).close();
  return tree.root;
}

/** The elements among an element's children. */
export function elementsOf(element: XmlElement | undefined): XmlElement[] {
  return (element?.children ?? []).filter((child) => typeof child !== 'string');
}

/** Children of that name. */
export function childrenNamed(element: XmlElement | undefined, name: string): XmlElement[] {
  return elementsOf(element).filter((child) => child.name === name);
}

/** The first descendant along a path of names. */
export function find(element: XmlElement | undefined, ...path: readonly string[]): XmlElement | undefined {
  return path.reduce<XmlElement | undefined>((found, name) => childrenNamed(found, name)[0], element);
}

/** All text below an element. */
export function xmlText(element: XmlElement | undefined): string {
  return (element?.children ?? []).map((child) => (typeof child === 'string' ? child : xmlText(child))).join('');
}
