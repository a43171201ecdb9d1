import { inflateSync } from 'node:zlib';
import { ObjectReader } from './object-reader.ts';
import { Ref, Stream, type Dict, type PdfObject, type Value } from './values.ts';

/** A PDF taken apart. Objects are the file's own: changing them changes what is written. */
export class PdfFile {
  readonly trailer: Dict;
  readonly #objects = new Map<Ref, PdfObject>();

  /** Takes apart what Skia wrote: one table of objects, no objects within streams. Throws on any other file. */
  constructor(bytes: Uint8Array) {
    const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    const reader = new ObjectReader(file);
    const { trailer, objects } = reader.readAll();
    this.trailer = trailer;
    this.#objects = objects;
  }

  /** The object that a reference names, or the value itself. */
  get(value: PdfObject | undefined): PdfObject | undefined {
    return value instanceof Ref ? this.#objects.get(value) : value;
  }

  /** The dictionary, also of a stream. Throws where there is none. */
  dict(value: PdfObject | undefined): Dict {
    const found = this.get(value);
    if (found instanceof Map) return found;
    if (found instanceof Stream) return found.dict;
    throw new Error('The PDF lacks an entry that the browser always writes.');
  }

  /** The list; empty where there is none. */
  list(value: PdfObject | undefined): readonly Value[] {
    const found = this.get(value);
    return Array.isArray(found) ? found : [];
  }

  /** The bytes of a stream, unpacked. */
  contents(value: PdfObject | undefined): Buffer {
    const found = this.get(value);
    if (!(found instanceof Stream)) throw new Error('The PDF has no stream where the browser always writes one.');
    return found.dict.get('Filter') === '/FlateDecode' ? inflateSync(found.bytes) : Buffer.from(found.bytes);
  }

  get catalog(): Dict {
    return this.dict(this.trailer.get('Root'));
  }

  /** The pages in their order. */
  get pages(): readonly { readonly ref: Ref; readonly dict: Dict }[] {
    return [...this.#pagesBelow(this.catalog.get('Pages'))];
  }

  /** Puts an object in the place of another, or a new one into the file. */
  set(ref: Ref, object: PdfObject): void {
    this.#objects.set(ref, object);
  }

  add(object: PdfObject): Ref {
    const ref = new Ref(this.#objects.size + 1);
    this.#objects.set(ref, object);
    return ref;
  }

  /** Every object of the file. */
  entries(): Iterable<[Ref, PdfObject]> {
    return this.#objects;
  }

  *#pagesBelow(node: Value | undefined): Generator<{ ref: Ref; dict: Dict }> {
    const dict = this.dict(node);
    if (dict.get('Type') === '/Pages') for (const kid of this.list(dict.get('Kids'))) yield* this.#pagesBelow(kid);
    else if (node instanceof Ref) yield { ref: node, dict };
  }
}
