import { afterBlanks, afterRun, afterString } from './characters.ts';
import { Ref, Stream, type Dict, type PdfObject, type Value } from './values.ts';

const REFERENCE = ' 0 R';

/** Reads the objects of a file by its cross-reference table. */
export class ObjectReader {
  readonly #file: Buffer;
  readonly #text: string;
  readonly #refs: Ref[] = [];
  #place = 0;

  constructor(file: Buffer) {
    this.#file = file;
    this.#text = file.toString('latin1');
  }

  readAll(): { readonly trailer: Dict; readonly objects: Map<Ref, PdfObject> } {
    const start = Number(/startxref\s+(\d+)\s+%%EOF\s*$/u.exec(this.#text.slice(-64))?.[1]);
    const [, count = '', rows = ''] = /xref\s0 (\d+)\s([^t]*)trailer/uy.exec(this.#at(start)) ?? [];
    if (rows.length !== 20 * Number(count) || count === '') throw new Error('The table of objects can not be read.');
    const objects = new Map<Ref, PdfObject>();
    for (let number = 1; number < Number(count); number += 1) {
      const row = rows.slice(20 * number, 20 * number + 18);
      if (row.endsWith('n')) objects.set(this.#ref(number), this.#object(Number(row.slice(0, 10))));
    }
    this.#place = this.#text.indexOf('trailer', start) + 'trailer'.length;
    const trailer = this.#value();
    if (!(trailer instanceof Map)) throw new Error('The PDF has no trailer.');
    return { trailer, objects };
  }

  #at(place: number): string {
    return Number.isNaN(place) ? '' : this.#text.slice(place);
  }

  #ref(number: number): Ref {
    return (this.#refs[number] ??= new Ref(number));
  }

  #object(start: number): PdfObject {
    this.#place = this.#text.indexOf('obj', start) + 'obj'.length;
    const value = this.#value();
    const end = afterBlanks(this.#text, this.#place);
    if (!(value instanceof Map) || !this.#text.startsWith('stream', end)) return value;
    const first = end + 'stream'.length + (this.#text[end + 'stream'.length] === '\r' ? 2 : 1);
    const bytes = this.#file.subarray(first, first + Number(value.get('Length')));
    value.delete('Length');
    return new Stream(value, bytes);
  }

  #value(): Value {
    const text = this.#text;
    const start = afterBlanks(text, this.#place);
    this.#place = start;
    if (text[start] === '[') return this.#list();
    if (text[start] === '<' && text[start + 1] === '<') return this.#dict();
    if (text[start] === '(' || text[start] === '<') return this.#take(afterString(text, start));
    const atom = this.#take(afterRun(text, start + 1));
    if (!text.startsWith(REFERENCE, this.#place)) return atom;
    this.#place += REFERENCE.length;
    return this.#ref(Number(atom));
  }

  #take(end: number): string {
    const taken = this.#text.slice(this.#place, end);
    this.#place = end;
    return taken;
  }

  #list(): Value[] {
    const list: Value[] = [];
    for (this.#place += 1; !this.#closes(']');) list.push(this.#value());
    return list;
  }

  #dict(): Dict {
    const dict: Dict = new Map();
    for (this.#place += 2; !this.#closes('>>');) {
      const name = this.#value() as string;
      dict.set(name.slice(1), this.#value());
    }
    return dict;
  }

  #closes(mark: string): boolean {
    this.#place = afterBlanks(this.#text, this.#place);
    if (this.#place >= this.#text.length) throw new Error('The PDF ends in the middle of an object.');
    if (!this.#text.startsWith(mark, this.#place)) return false;
    this.#place += mark.length;
    return true;
  }
}
