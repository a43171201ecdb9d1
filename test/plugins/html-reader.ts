/** An element of a page as read back, with its text. */
export interface Element {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: (Element | string)[];
}

const voidElements = new Set(['meta', 'col', 'img', 'wbr']);
const token = /<!doctype html>|<(\/?)([a-z][a-z0-9]*)((?: [a-z-]+="[^"<>]*")*)>|([^<]+)/gy;
const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'" };

function unescaped(text: string): string {
  return text.replace(/&([^;\s]*);?/g, (reference, name: string) => {
    const character = entities[name];
    if (character === undefined) throw new Error(`bare ampersand: ${reference}`);
    return character;
  });
}

function readAttributes(text: string): Record<string, string> {
  const found = [...text.matchAll(/ ([a-z-]+)="([^"]*)"/g)].map(([, name = '', value = '']) => [
    name,
    unescaped(value),
  ]);
  const attributes = Object.fromEntries(found) as Record<string, string>;
  if (Object.keys(attributes).length !== found.length) throw new Error(`attribute twice: ${text}`);
  return attributes;
}

function closeElement(open: Element[], name: string): void {
  const closed = open.pop();
  if (closed?.name !== name) throw new Error(`</${name}> closes <${closed?.name}>`);
}

function openElement(open: Element[], name: string, attributes: string): void {
  const element: Element = { name, attributes: readAttributes(attributes), children: [] };
  open.at(-1)?.children.push(element);
  if (!voidElements.has(name)) open.push(element);
}

function addText(open: readonly Element[], text: string): void {
  const parent = open.at(-1);
  // A style sheet is raw text.
  parent?.children.push(parent.name === 'style' ? text : unescaped(text));
}

/**
 * Reads HTML as strictly as XML, which is a subset of what a browser takes: every tag closed in order, every attribute
 * quoted, nothing unescaped. Throws at the first fault.
 */
export function readHtml(html: string): Element {
  const root: Element = { name: '#root', attributes: {}, children: [] };
  const open = [root];
  let end = 0;
  for (const [found, slash, name, attributes = '', text] of html.matchAll(token)) {
    end += found.length;
    if (text !== undefined) addText(open, text);
    else if (name !== undefined && slash === '/') closeElement(open, name);
    else if (name !== undefined) openElement(open, name, attributes);
  }
  if (end < html.length) throw new Error(`neither tag nor text: ${html.slice(end, end + 60)}`);
  if (open.length > 1) throw new Error(`<${open.at(-1)?.name}> is not closed`);
  return root;
}

/** All text of an element. */
export function textOf(element: Element): string {
  return element.children.map((child) => (typeof child === 'string' ? child : textOf(child))).join('');
}

/** The element and all below it that a test holds for, in order. */
export function findAll(element: Element, holds: (element: Element) => boolean): Element[] {
  const below = element.children.flatMap((child) => (typeof child === 'string' ? [] : findAll(child, holds)));
  return holds(element) ? [element, ...below] : below;
}

/** All elements of some names. */
export function named(element: Element, ...names: readonly string[]): Element[] {
  return findAll(element, ({ name }) => names.includes(name));
}

function span(cell: Element, side: 'colspan' | 'rowspan'): number {
  return Number(cell.attributes[side] ?? 1);
}

function slotsOf(cell: Element, x: number, y: number): { x: number; y: number }[] {
  const height = span(cell, 'rowspan');
  return Array.from({ length: height * span(cell, 'colspan') }, (_, index) => ({
    x: x + Math.floor(index / height),
    y: y + (index % height),
  }));
}

function put(grid: Element[][], cell: Element, y: number): void {
  const row = (grid[y] ??= []);
  let x = 0;
  while (row[x] !== undefined) x += 1;
  for (const slot of slotsOf(cell, x, y)) {
    const line = (grid[slot.y] ??= []);
    if (line[slot.x] !== undefined) throw new Error(`two cells in row ${slot.y}, column ${slot.x}`);
    line[slot.x] = cell;
  }
}

/** Lays a table out by HTML's table model; throws where cells overlap or a slot stays free. */
export function layOut(table: Element): Element[][] {
  const grid: Element[][] = [];
  const rows = named(table, 'tr');
  for (const [y, row] of rows.entries()) for (const cell of named(row, 'th', 'td')) put(grid, cell, y);
  const widths = new Set(grid.map((line) => Object.keys(line).length));
  if (grid.length !== rows.length || widths.size > 1) throw new Error(`rows of widths ${[...widths].join()}`);
  return grid;
}
