import type { MarkedItem } from '../content/page-content.ts';
import type { Ref } from '../file/values.ts';
import { elementsOf, itemsOf, withKids, type Element, type Item, type Kid } from './structure-tree.ts';

/** The marked items of each page by their numbers. */
export type Pages = ReadonlyMap<Ref, ReadonlyMap<number, MarkedItem>>;

/** Items that leave the structure tree, by page. */
export type Removed = ReadonlyMap<Ref, ReadonlySet<number>>;

function collect(items: Iterable<Item>): Removed {
  const removed = new Map<Ref, Set<number>>();
  for (const { page, mcid } of items) {
    const own = removed.get(page) ?? new Set();
    removed.set(page, own.add(mcid));
  }
  return removed;
}

/** Items that show no text and no picture: borders and backgrounds. Lines of a figure are a picture. */
export function layoutItems(document: Element, pages: Pages): Removed {
  return collect(
    itemsOutside(document, 'Figure').filter(({ page, mcid }) => {
      const marked = pages.get(page)?.get(mcid);
      return marked !== undefined && marked.shown === '' && !marked.isDrawn;
    }),
  );
}

function itemsOutside(element: Element, type: string, into: Item[] = []): readonly Item[] {
  if (element.type === type) return into;
  for (const kid of element.kids) {
    if ('item' in kid) into.push(kid.item);
    if ('element' in kid) itemsOutside(kid.element, type, into);
  }
  return into;
}

/** Items of a table's heads that show on a further page what they showed before; nobody wants to hear them again. */
export function repeatedItems(document: Element, pages: Pages): Removed {
  return collect(
    elementsOf(document)
      .filter(({ type }) => type === 'TH')
      .flatMap((head) => repeatedIn(head, pages)),
  );
}

function repeatedIn(head: Element, pages: Pages): Item[] {
  const byPage = new Map<Ref, Item[]>();
  for (const item of itemsOf(head)) byPage.set(item.page, [...(byPage.get(item.page) ?? []), item]);
  if (byPage.size < 2) return [];
  const [first = [], ...others] = [...byPage.values()];
  const shown = (items: readonly Item[]) =>
    items.map(({ page, mcid }) => pages.get(page)?.get(mcid)?.shown ?? '').join('');
  const shownFirst = shown(first);
  return others.filter((items) => shown(items) === shownFirst).flat();
}

/** Elements whose text is one: what stands in them only to be laid out apart means nothing. */
const holdsText = /^(?:P|H[1-6]|T[DH]|Caption|LBody|Lbl|Link|Span|Strong|Em)$/u;

/** The element without those items, and without what holds nothing then; cells of tables stay, empty. */
export function withoutItems(element: Element, removed: readonly Removed[]): Element {
  const kids = element.kids.flatMap((kid): readonly Kid[] => {
    if ('item' in kid) {
      const { page, mcid } = kid.item;
      return removed.some((items) => items.get(page)?.has(mcid) === true) ? [] : [kid];
    }
    if (!('element' in kid)) return [kid];
    const left = withoutItems(kid.element, removed);
    if (left.type === 'NonStruct' && holdsText.test(element.type) && isPlain(left)) return left.kids;
    return left.kids.length > 0 || /^T[DH]$/u.test(left.type) ? [{ element: left }] : [];
  });
  return withKids(element, kids);
}

/** Whether it says nothing of its own, such as a language. */
function isPlain({ dict }: Element): boolean {
  return !['Lang', 'Alt', 'ActualText', 'E', 'ID', 'A'].some((name) => dict.has(name));
}
