import { inflateSync } from 'node:zlib';

const WOFF_HEADER = 44;
const WOFF_ROW = 20;
const SFNT_HEADER = 12;
const SFNT_ROW = 16;

/** The TrueType file that a WOFF (version 1) file packs. */
export function unpackWoff(woff: Buffer): Buffer {
  const tables = readTables(woff);
  const head = Buffer.alloc(SFNT_HEADER + SFNT_ROW * tables.length);
  writeHeader(head, woff.readUInt32BE(4), tables.length);
  const parts: Buffer[] = [head];
  let offset = head.length;
  tables.forEach(({ tag, checksum, content }, index) => {
    const row = SFNT_HEADER + SFNT_ROW * index;
    [tag, checksum, offset, content.length].forEach((value, field) => head.writeUInt32BE(value, row + 4 * field));
    const padding = -content.length & 3;
    parts.push(content, Buffer.alloc(padding));
    offset += content.length + padding;
  });
  return Buffer.concat(parts);
}

function readTables(woff: Buffer) {
  return Array.from({ length: woff.readUInt16BE(12) }, (_, index) => {
    const row = WOFF_HEADER + WOFF_ROW * index;
    const [tag, offset, packed, size, checksum] = [0, 4, 8, 12, 16].map((field) => woff.readUInt32BE(row + field)) as [
      number,
      number,
      number,
      number,
      number,
    ];
    const bytes = woff.subarray(offset, offset + packed);
    return { tag, checksum, content: packed < size ? inflateSync(bytes) : bytes };
  });
}

// searchRange, entrySelector and rangeShift follow from the number of tables.
function writeHeader(head: Buffer, flavor: number, tables: number): void {
  const selector = Math.floor(Math.log2(tables));
  const range = 16 * 2 ** selector;
  head.writeUInt32BE(flavor, 0);
  [tables, range, selector, 16 * tables - range].forEach((value, field) => head.writeUInt16BE(value, 4 + 2 * field));
}
