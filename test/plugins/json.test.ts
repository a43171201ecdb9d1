import { Ajv2020 } from 'ajv/dist/2020.js';
import * as fc from 'fast-check';
import type { PrintableDocument } from 'nianbao/plugin-api';
import { describe, expect, it } from 'vitest';
import { jsonDocument } from '../../plugins/json/json-document.ts';
import schema from '../../plugins/json/report.schema.json' with { type: 'json' };
import { anyDocument, cityReport, hostileDocument, quietReport } from './documents.ts';

const validate = new Ajv2020({ allErrors: true, allowUnionTypes: true }).compile(schema);

function faultsOf(document: PrintableDocument): unknown {
  validate(JSON.parse(JSON.stringify(jsonDocument(document))));
  return validate.errors ?? [];
}

function cellsOf(document: PrintableDocument) {
  const tables = jsonDocument(document).blocks.filter((block) => block.type === 'table');
  return new Map(tables.flatMap(({ rows }) => rows.flatMap(({ cells }) => cells)).map((cell) => [cell.path, cell]));
}

describe('the data of a document', () => {
  it.each([
    ['a full report', cityReport],
    ['a report of zeros', quietReport],
    ['a document that tries to break out', hostileDocument],
  ])('is what the published schema says: %s', (_, document) => {
    expect(faultsOf(document)).toEqual([]);
  });

  it('is what the schema says for any document', () => {
    fc.assert(
      fc.property(anyDocument, (document) => {
        expect(faultsOf(document)).toEqual([]);
      }),
    );
  });

  it('keeps blanks, marks and decimals apart from whole numbers', () => {
    const cells = cellsOf(cityReport);
    expect(cells.get('article20-1.0.0')).toMatchObject({ value: 2, column: ['本年制发件数'] });
    expect(cells.get('article20-1.1.0')).toMatchObject({ value: null });
    expect(cells.get('article20-1.1.1')).toMatchObject({ value: null, raw: '/' });
    expect(cells.get('article20-4.0.0')).toMatchObject({ value: '72701.2578' });
  });
});
