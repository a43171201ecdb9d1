import { NianbaoError } from '#errors/nianbao-error.ts';
import type { Source } from '../source.ts';
import type { Archive } from './archive.ts';
import { Blocks } from './blocks.ts';
import { identityInProperties, partOf } from './office.ts';
import { addSheet } from './xlsx-blocks.ts';
import { readCellValues } from './xlsx-values.ts';
import { readSheet } from './xlsx-sheet.ts';
import { childrenNamed, find, type XmlElement } from './xml.ts';

function targets(archive: Archive): Map<string, string> {
  const relationships = find(partOf(archive, 'xl/_rels/workbook.xml.rels'), 'Relationships');
  const found = childrenNamed(relationships, 'Relationship').map(({ attributes }) => {
    const target = attributes['Target'] ?? '';
    return [attributes['Id'] ?? '', target.startsWith('/') ? target.slice(1) : `xl/${target}`] as const;
  });
  return new Map(found);
}

/** The names and parts of the sheets that a person sees, in order. */
function visibleSheets(archive: Archive): { readonly name: string; readonly root: XmlElement }[] {
  const sheets = childrenNamed(find(partOf(archive, 'xl/workbook.xml'), 'workbook', 'sheets'), 'sheet');
  const parts = targets(archive);
  return sheets.flatMap(({ attributes }) => {
    if (attributes['state'] !== undefined && attributes['state'] !== 'visible') return [];
    const root = partOf(archive, parts.get(attributes['id'] ?? '') ?? '');
    return root ? [{ name: attributes['name'] ?? '', root }] : [];
  });
}

/** A workbook. Formulas are not computed: what counts is the value that was stored with them. Lines are rows. */
export function readXlsx(archive: Archive): Source {
  const sheets = visibleSheets(archive);
  if (sheets.length === 0) throw new NianbaoError('DOCUMENT_DAMAGED', { kind: 'XLSX' });
  const values = readCellValues(archive);
  const blocks = new Blocks();
  for (const { name, root } of sheets) addSheet(blocks, readSheet(root, values, name));
  return blocks.source(identityInProperties(archive));
}
