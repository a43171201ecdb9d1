import type { PdfFile } from '../file/pdf-file.ts';
import { dictOf, type Dict, type Value } from '../file/values.ts';
import type { Element } from './structure-tree.ts';

/**
 * Gives the heads of tables ids in reading order, the same however often the browser numbered its nodes, and cells these
 * for their heads; answers with the tree of all ids.
 */
export function renumberCells(file: PdfFile, elements: readonly Element[]): Dict {
  const named = elements.filter(({ dict }) => dict.has('ID'));
  const width = String(named.length).length;
  const ids = new Map(named.map(({ dict }, index) => [dict.get('ID'), `(c${String(index + 1).padStart(width, '0')})`]));
  for (const { dict } of elements) writeCell(file, dict, ids);
  const names = named.flatMap(({ dict, ref }) => [dict.get('ID')!, ref]);
  const limits = [named[0], named.at(-1)].flatMap((one) => one?.dict.get('ID') ?? []);
  return dictOf({ Kids: [file.add(dictOf({ Limits: limits, Names: names }))] });
}

/** A cell's ids, and its attributes without those that say what is so anyway. */
function writeCell(file: PdfFile, dict: Dict, ids: ReadonlyMap<Value | undefined, string>): void {
  const id = ids.get(dict.get('ID'));
  if (id !== undefined) dict.set('ID', id);
  const attributes = file.get(dict.get('A'));
  if (attributes === undefined) return;
  const list = (Array.isArray(attributes) ? attributes : [attributes]).filter((one) => says(file.dict(one)));
  for (const one of list) writeHeaders(file, file.dict(one), ids);
  if (list.length === 0) dict.delete('A');
  else dict.set('A', list as Value[]);
}

function says(attributes: Dict): boolean {
  for (const span of ['RowSpan', 'ColSpan']) if (attributes.get(span) === '1') attributes.delete(span);
  return attributes.size > 1 || !attributes.has('O');
}

function writeHeaders(file: PdfFile, attributes: Dict, ids: ReadonlyMap<Value | undefined, string>): void {
  const headers = file.list(attributes.get('Headers'));
  if (headers.length > 0)
    attributes.set(
      'Headers',
      headers.flatMap((head) => ids.get(head) ?? []),
    );
}
