import { readFile } from 'node:fs/promises';
import { LAST_RESORT, packageFile } from '#browser-host/font-faces.ts';
import { unpackWoff } from '#browser-host/unpack-woff.ts';

/** Glyphs that keep their outlines. */
const KEPT = 3000;

const utf16 = (text: string) => Buffer.from(text, 'utf16le').swap16();

/** New names, as long as the old ones. */
const names = [
  ['LXGW WenKai', 'Ceshi Fangs'],
  ['LXGWWenKai', 'CeshiFangs'],
] as const;

function replaceAll(font: Buffer, old: Buffer, other: Buffer): void {
  for (let place = font.indexOf(old); place !== -1; place = font.indexOf(old, place + 1)) other.copy(font, place);
}

interface Table {
  /** Where its row stands in the list of tables. */
  readonly row: number;
  readonly start: number;
  readonly length: number;
}

function tableOf(font: Buffer, tag: string): Table {
  const rows = Array.from({ length: font.readUInt16BE(4) }, (_, index) => 12 + 16 * index);
  const row = rows.find((place) => font.toString('latin1', place, place + 4) === tag) ?? 12;
  return { row, start: font.readUInt32BE(row + 8), length: font.readUInt32BE(row + 12) };
}

/** The font with outlines of its first glyphs only, which makes it small; the others are blank. */
function hollow(font: Buffer): Buffer {
  const [glyf, loca] = [tableOf(font, 'glyf'), tableOf(font, 'loca')];
  const isLong = font.readUInt16BE(tableOf(font, 'head').start + 50) === 1;
  const width = isLong ? 4 : 2;
  const place = (id: number) => font.readUIntBE(loca.start + width * id, width);
  const kept = place(KEPT);
  for (let id = KEPT; id < loca.length / width; id += 1) font.writeUIntBE(kept, loca.start + width * id, width);
  const end = glyf.start + kept * (isLong ? 1 : 2);
  const gap = (glyf.start + glyf.length - end) & ~3;
  const smaller = Buffer.concat([font.subarray(0, end), font.subarray(end + gap)]);
  smaller.writeUInt32BE(glyf.length - gap, glyf.row + 12);
  for (let row = 12; row < 12 + 16 * font.readUInt16BE(4); row += 16) {
    const start = font.readUInt32BE(row + 8);
    if (start > glyf.start) smaller.writeUInt32BE(start - gap, row + 8);
  }
  return smaller;
}

/** A font as an operator might have one: a whole TrueType file, of another name than any of ours. */
export async function renamedFont(): Promise<Buffer> {
  const font = unpackWoff(await readFile(packageFile(LAST_RESORT[0]!)));
  for (const [old, other] of names) {
    replaceAll(font, Buffer.from(old), Buffer.from(other));
    replaceAll(font, utf16(old), utf16(other));
  }
  return hollow(font);
}

/** The same with other bytes at the start of a table. */
export function withTable(font: Buffer, tag: string, offset: number, value: number): Buffer {
  const changed = Buffer.from(font);
  changed.writeUInt16BE(value, tableOf(font, tag).start + offset);
  return changed;
}
