import type { PdfFile } from '../file/pdf-file.ts';
import { dictOf, type Dict, type Ref, type Value } from '../file/values.ts';
import { renumberCells } from './cell-ids.ts';
import { elementsOf, type Element, type Kid } from './structure-tree.ts';

/** PDF 2.0's names of emphasis, which a reader of PDF 1.7 knows as spans (ISO 14289-1, 7.1). */
const roles = { Strong: '/Span', Em: '/Span' };

/** Puts the tree back into the document, with what follows from it: parents, and the way from content to element. */
export function writeStructure(file: PdfFile, root: Dict, document: Element): void {
  const elements = elementsOf(document);
  for (const { dict, type, kids, ref } of elements) {
    dict.set('S', `/${type}`);
    writeKids(dict, kids);
    for (const kid of kids) if ('element' in kid) kid.element.dict.set('P', ref);
  }
  root.set('K', document.ref);
  root.set('RoleMap', dictOf(roles));
  root.set('ParentTree', file.add(parentTree(file, elements)));
  root.set('IDTree', file.add(renumberCells(file, elements)));
}

/** A number is a piece of content of the element's page, the one on which most of its content stands: the first. */
function writeKids(dict: Dict, kids: readonly Kid[]): void {
  const page = kids.find((kid) => 'item' in kid)?.item.page;
  const written = kids.map((kid): Value => {
    if ('element' in kid) return kid.element.ref;
    if ('annotation' in kid) return kid.object;
    const { page: itsPage, mcid } = kid.item;
    return itsPage === page ? String(mcid) : dictOf({ Type: '/MCR', Pg: itsPage, MCID: String(mcid) });
  });
  if (page) dict.set('Pg', page);
  const [only] = written;
  if (only === undefined) dict.delete('K');
  else dict.set('K', written.length === 1 ? only : written);
}

/** From content to the element that owns it (ISO 32000-1, 14.7.4.4). */
function parentTree(file: PdfFile, elements: readonly Element[]): Dict {
  const owners = new Map<number, Ref>();
  const pages = new Map<number, Ref[]>();
  for (const { ref, kids } of elements) {
    for (const kid of kids) {
      if ('annotation' in kid) owners.set(keyOf(file, kid.annotation, 'StructParent'), ref);
      if (!('item' in kid)) continue;
      const key = keyOf(file, kid.item.page, 'StructParents');
      const page = pages.get(key) ?? [];
      page[kid.item.mcid] = ref;
      pages.set(key, page);
    }
  }
  // What has become an artifact leaves a hole.
  for (const [key, page] of pages) owners.set(key, file.add(Array.from(page, (owner) => owner ?? 'null')));
  const sorted = [...owners].sort(([a], [b]) => a - b);
  return dictOf({ Nums: sorted.flatMap(([key, owner]) => [String(key), owner]) });
}

function keyOf(file: PdfFile, ref: Ref, name: string): number {
  return Number(file.dict(ref).get(name));
}
