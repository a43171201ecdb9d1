/** A TrueType font taken apart: its tables by tag, and its glyphs. */
export interface TrueType {
  readonly tables: ReadonlyMap<string, Buffer>;
  readonly glyphCount: number;
  /** Outline of a glyph; empty where it has none. */
  readonly glyph: (id: number) => Buffer;
  /** Advance width and left side bearing, four bytes as they stand in `hmtx`. */
  readonly metrics: (id: number) => Buffer;
}

/** Takes a font apart (OpenType 1.9, `glyf` outlines). */
export function readTrueType(font: Buffer): TrueType {
  const tables = new Map(
    Array.from({ length: font.readUInt16BE(4) }, (_, index) => {
      const entry = font.subarray(12 + 16 * index, 28 + 16 * index);
      const offset = entry.readUInt32BE(8);
      return [entry.toString('latin1', 0, 4), font.subarray(offset, offset + entry.readUInt32BE(12))];
    }),
  );
  const table = (tag: string): Buffer => {
    const found = tables.get(tag);
    if (!found) throw new Error(`An embedded font has no table ${tag}.`);
    return found;
  };
  const [loca, glyf, hmtx] = [table('loca'), table('glyf'), table('hmtx')];
  const isLong = table('head').readUInt16BE(50) === 1;
  const wide = table('hhea').readUInt16BE(34);
  const start = (id: number) => (isLong ? loca.readUInt32BE(4 * id) : 2 * loca.readUInt16BE(2 * id));
  return {
    tables,
    glyphCount: table('maxp').readUInt16BE(4),
    glyph: (id) => glyf.subarray(start(id), start(id + 1)),
    metrics: (id) => {
      if (id < wide) return hmtx.subarray(4 * id, 4 * id + 4);
      const bearing = 4 * wide + 2 * (id - wide);
      return Buffer.concat([hmtx.subarray(4 * wide - 4, 4 * wide - 2), hmtx.subarray(bearing, bearing + 2)]);
    },
  };
}

/** Flags of a component: words for arguments, one, two or four numbers of scale, more to come. */
const [WORDS, SCALE, MORE, TWO_SCALES, FOUR_SCALES] = [0x1, 0x8, 0x20, 0x40, 0x80];

/** The places in a glyph's outline where it names another glyph. */
export function componentsOf(glyph: Buffer): number[] {
  if (glyph.length === 0 || glyph.readInt16BE(0) >= 0) return [];
  const places: number[] = [];
  for (let place = 10, more = true; more;) {
    const flags = glyph.readUInt16BE(place);
    places.push(place + 2);
    const scales = (flags & SCALE && 2) || (flags & TWO_SCALES && 4) || (flags & FOUR_SCALES && 8);
    place += 4 + (flags & WORDS ? 4 : 2) + scales;
    more = (flags & MORE) !== 0;
  }
  return places;
}

/** A glyph of a font that is put together. */
export interface Glyph {
  readonly outline: Buffer;
  readonly metrics: Buffer;
}

/** The tables that a PDF reader uses (ISO 32000-1, 9.9); it finds glyphs by number. */
const kept = ['cvt ', 'fpgm', 'head', 'hhea', 'maxp', 'prep'];

/** A font of those glyphs; all else is as in the fonts that they come from, which are of one family and size. */
export function buildTrueType(fonts: readonly [TrueType, ...TrueType[]], glyphs: readonly Glyph[]): Buffer {
  const tables = new Map<string, Buffer>(
    kept.flatMap((tag) => {
      const table = fonts[0].tables.get(tag);
      return table ? [[tag, Buffer.from(table)]] : [];
    }),
  );
  const loca = Buffer.alloc(4 * (glyphs.length + 1));
  const outlines = glyphs.map(({ outline }) => padded(outline));
  let end = 0;
  for (const [index, outline] of outlines.entries()) {
    end += outline.length;
    loca.writeUInt32BE(end, 4 * (index + 1));
  }
  tables.get('head')?.writeUInt32BE(0, 8);
  tables.get('head')?.writeUInt16BE(1, 50);
  tables.get('hhea')?.writeUInt16BE(glyphs.length, 34);
  const maxp = tables.get('maxp') ?? Buffer.alloc(6);
  maxp.writeUInt16BE(glyphs.length, 4);
  for (let place = 6; place < maxp.length; place += 2) {
    maxp.writeUInt16BE(Math.max(...fonts.map((font) => font.tables.get('maxp')?.readUInt16BE(place) ?? 0)), place);
  }
  tables.set('glyf', Buffer.concat(outlines));
  tables.set('hmtx', Buffer.concat(glyphs.map(({ metrics }) => metrics)));
  tables.set('loca', loca);
  return assemble(new Map([...tables].sort(([a], [b]) => (a < b ? -1 : 1))));
}

function padded(data: Buffer): Buffer {
  return data.length % 4 === 0 ? data : Buffer.concat([data, Buffer.alloc(4 - (data.length % 4))]);
}

function assemble(tables: ReadonlyMap<string, Buffer>): Buffer {
  const directory = Buffer.alloc(12 + 16 * tables.size);
  const power = Math.floor(Math.log2(tables.size));
  directory.writeUInt32BE(0x0001_0000, 0);
  directory.writeUInt16BE(tables.size, 4);
  directory.writeUInt16BE(16 * 2 ** power, 6);
  directory.writeUInt16BE(power, 8);
  directory.writeUInt16BE(16 * (tables.size - 2 ** power), 10);
  const parts: Buffer[] = [directory];
  let [offset, entry] = [directory.length, 12];
  for (const [tag, data] of tables) {
    const part = padded(data);
    directory.write(tag, entry, 'latin1');
    directory.writeUInt32BE(checksum(part), entry + 4);
    directory.writeUInt32BE(offset, entry + 8);
    directory.writeUInt32BE(data.length, entry + 12);
    parts.push(part);
    offset += part.length;
    entry += 16;
  }
  return Buffer.concat(parts);
}

function checksum(data: Buffer): number {
  let sum = 0;
  for (let place = 0; place < data.length; place += 4) sum = (sum + data.readUInt32BE(place)) >>> 0;
  return sum;
}
