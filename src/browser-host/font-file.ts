import { readFileSync, statSync } from 'node:fs';

/** Tables of a TrueType font by their tags. */
type Tables = ReadonlyMap<string, Buffer>;

const NEEDED = '政府信息公开工作年度报告0123456789';
const TRUE_TYPE = new Set([0x0001_0000, 0x7472_7565]);
/** Bits of OS/2 that say how a font may be embedded: only the first forbids it. */
const [RESTRICTED, MASK] = [0x2, 0xf];

/** Why a file can not be the font of PDFs; undefined when it can. */
export function faultOfFont(path: string): string | undefined {
  if (statSync(path, { throwIfNoEntry: false })?.isFile() !== true) return 'must be a file that is there';
  try {
    return faultIn(readFileSync(path));
  } catch {
    return 'must be a TrueType font; this file can not be read as one';
  }
}

function faultIn(font: Buffer): string | undefined {
  // Outlines of PostScript become Type 3, of which readers get no text.
  if (!TRUE_TYPE.has(font.readUInt32BE(0)))
    return 'must be a TrueType font (.ttf), not a collection and not one with PostScript outlines';
  const tables = tablesOf(font);
  if (!tables.has('glyf') || tables.has('fvar'))
    return 'must be a TrueType font with outlines of its own, not a variable one';
  if (((tables.get('OS/2')?.readUInt16BE(8) ?? 0) & MASK) === RESTRICTED)
    return 'is licensed so that it may not be embedded';
  const lacking = Array.from(NEEDED).filter((character) => !hasCharacter(tables, character.codePointAt(0) ?? 0));
  return lacking.length === 0 ? undefined : `must have the characters of a report; it lacks ${lacking.join('')}`;
}

function tablesOf(font: Buffer): Tables {
  return new Map(
    Array.from({ length: font.readUInt16BE(4) }, (_, index) => {
      const row = 12 + 16 * index;
      const start = font.readUInt32BE(row + 8);
      return [font.toString('latin1', row, row + 4), font.subarray(start, start + font.readUInt32BE(row + 12))];
    }),
  );
}

/** By the maps of characters to glyphs that fonts for Unicode have (OpenType `cmap`, formats 4 and 12). */
function hasCharacter(tables: Tables, code: number): boolean {
  const cmap = tables.get('cmap') ?? Buffer.alloc(4);
  return Array.from({ length: cmap.readUInt16BE(2) }, (_, index) =>
    cmap.subarray(cmap.readUInt32BE(8 + 8 * index)),
  ).some((map) =>
    map.readUInt16BE(0) === 12 ? isInGroups(map, code) : map.readUInt16BE(0) === 4 && isInSegments(map, code),
  );
}

function isInGroups(map: Buffer, code: number): boolean {
  return Array.from({ length: map.readUInt32BE(12) }, (_, index) => 16 + 12 * index).some(
    (row) => map.readUInt32BE(row) <= code && code <= map.readUInt32BE(row + 4),
  );
}

function isInSegments(map: Buffer, code: number): boolean {
  const size = map.readUInt16BE(6);
  return Array.from({ length: size / 2 }, (_, index) => 14 + 2 * index).some(
    (row) => code <= map.readUInt16BE(row) && map.readUInt16BE(row + size + 2) <= code,
  );
}
