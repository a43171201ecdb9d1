import { createHash } from 'node:crypto';
import type { PdfFile } from './pdf-file.ts';
import { deflate } from './deflate.ts';
import { Ref, Stream, type Dict, type PdfObject, type Value } from './values.ts';

const HEADER = '%PDF-1.7\n%\u00e2\u00e3\u00cf\u00d3\n';
/** Objects are compressed together, so many at a time. */
const OBJECTS_A_STREAM = 400;
/** Bytes of a row of the table of objects. */
const ROW = 7;

/** Where an object stands: its byte, or the number of its stream and its place therein. */
type Place = readonly [kind: 1, offset: number] | readonly [kind: 2, stream: number, index: number];

/**
 * Writes what can be reached from the trailer as PDF 1.7, small. The file's id is a digest of the rest, so that the same
 * document is the same file.
 */
export function writeFile(file: PdfFile): Buffer {
  const numbers = numberReachable(file);
  const written = new Writing(numbers);
  const packed: Ref[] = [];
  for (const ref of numbers.keys()) {
    const object = file.get(ref) ?? 'null';
    if (object instanceof Stream) written.stream(numbers.get(ref)!, object);
    else packed.push(ref);
  }
  for (let start = 0; start < packed.length; start += OBJECTS_A_STREAM) {
    written.pack(packed.slice(start, start + OBJECTS_A_STREAM), file);
  }
  return written.finish(file.trailer);
}

/** New numbers, in the order in which objects are met. */
function numberReachable(file: PdfFile): Map<Ref, number> {
  const numbers = new Map<Ref, number>();
  const waiting: (PdfObject | undefined)[] = [file.trailer.get('Info'), file.trailer.get('Root')];
  while (waiting.length > 0) {
    const next = waiting.pop();
    if (next instanceof Ref) {
      if (numbers.has(next)) continue;
      numbers.set(next, numbers.size + 1);
      waiting.push(file.get(next));
    } else if (Array.isArray(next)) waiting.push(...next);
    else if (next instanceof Map) waiting.push(...next.values());
    else if (next instanceof Stream) waiting.push(...next.dict.values());
  }
  return numbers;
}

class Writing {
  readonly #numbers: ReadonlyMap<Ref, number>;
  readonly #pieces: Buffer[] = [Buffer.from(HEADER, 'latin1')];
  readonly #places: Place[] = [];
  readonly #digest = createHash('sha256');
  #length = HEADER.length;
  #next: number;

  constructor(numbers: ReadonlyMap<Ref, number>) {
    this.#numbers = numbers;
    this.#next = numbers.size + 1;
  }

  stream(number: number, { dict, bytes }: Stream): void {
    this.#places[number] = [1, this.#length];
    const head = this.#text(new Map(dict).set('Length', String(bytes.byteLength)));
    this.#add(Buffer.from(`${number} 0 obj\n${head}\nstream\n`, 'latin1'));
    this.#add(bytes);
    this.#add(Buffer.from('\nendstream\nendobj\n'));
  }

  pack(refs: readonly Ref[], file: PdfFile): void {
    const number = this.#next++;
    const head: number[] = [];
    let body = '';
    for (const [index, ref] of refs.entries()) {
      const own = this.#numbers.get(ref)!;
      this.#places[own] = [2, number, index];
      head.push(own, body.length);
      body += `${this.#text(file.get(ref) as Value)} `;
    }
    const first = head.join(' ');
    const entries = {
      Type: '/ObjStm',
      N: String(refs.length),
      First: String(first.length + 1),
      Filter: '/FlateDecode',
    };
    this.stream(number, new Stream(new Map(Object.entries(entries)), deflate(`${first} ${body}`)));
  }

  /** The table of all objects, which is a stream itself. */
  finish(trailer: Dict): Buffer {
    const number = this.#next;
    const start = this.#length;
    this.#places[number] = [1, start];
    const table = Buffer.alloc(ROW * (number + 1));
    this.#places.forEach(([kind, at, index = 0], own) => {
      table.writeUInt8(kind, ROW * own);
      table.writeUInt32BE(at, ROW * own + 1);
      table.writeUInt16BE(index, ROW * own + 5);
    });
    const id = `<${this.#digest.copy().digest('hex').slice(0, 32).toUpperCase()}>`;
    const entries: Record<string, Value> = {
      Type: '/XRef',
      Size: String(number + 1),
      W: ['1', '4', '2'],
      Root: trailer.get('Root') ?? 'null',
      Info: trailer.get('Info') ?? 'null',
      ID: [id, id],
      Filter: '/FlateDecode',
    };
    this.stream(number, new Stream(new Map(Object.entries(entries)), deflate(table)));
    this.#add(Buffer.from(`startxref\n${start}\n%%EOF\n`));
    return Buffer.concat(this.#pieces);
  }

  #add(bytes: Uint8Array): void {
    this.#digest.update(bytes);
    this.#pieces.push(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength));
    this.#length += bytes.byteLength;
  }

  #text(value: Value): string {
    if (typeof value === 'string') return value;
    if (value instanceof Ref) return `${this.#numbers.get(value) ?? 0} 0 R`;
    if (Array.isArray(value)) return `[${value.map((one) => this.#text(one)).join(' ')}]`;
    let text = '<<';
    for (const [name, entry] of value) text += `/${name} ${this.#text(entry)}`;
    return `${text}>>`;
  }
}
