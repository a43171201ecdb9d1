import { z } from 'zod';
import { NianbaoError } from '#errors/nianbao-error.ts';
import { allOf, type Condition, type Sort } from './condition.ts';

/** The order of a list: by the stored value at `path`, then by id, both in one direction. */
export interface Keyset {
  /** What cursors of this order are marked with. */
  readonly name: string;
  readonly path: string;
  readonly kind: 'text' | 'number' | 'time';
  readonly direction: 1 | -1;
}

/** Where an item stands in the list. */
export interface Place {
  readonly value: string | number | Date;
  readonly id: string;
}

const values = { text: z.string(), number: z.number(), time: z.number().int().min(-8.64e15).max(8.64e15) };

/** The sort of the list, or of the list read from its end. */
export function sortOf(keyset: Keyset, backward: boolean): Sort {
  const direction = backward ? reverse(keyset.direction) : keyset.direction;
  return { [keyset.path]: direction, _id: direction };
}

function reverse(direction: 1 | -1): 1 | -1 {
  return direction === 1 ? -1 : 1;
}

/** The items behind (or before) a place, with the item at the place itself when `inclusive`. */
export function beyond(keyset: Keyset, place: Place, side: 'after' | 'before', inclusive = false): Condition {
  const ascends = (keyset.direction === 1) === (side === 'after');
  const further = ascends ? '$gt' : '$lt';
  const id = { [inclusive ? `${further}e` : further]: place.id };
  return {
    // Outside of the $or, where an index can use it for the range and the sort.
    [keyset.path]: { [`${further}e`]: place.value },
    $or: [{ [keyset.path]: { [further]: place.value } }, { [keyset.path]: place.value, _id: id }],
  };
}

/** The items between two places, both excluded; an absent place is the list's end. */
export function between(keyset: Keyset, after: Place | undefined, before: Place | undefined): Condition {
  const sides: Condition[] = [];
  if (after) sides.push(beyond(keyset, after, 'after'));
  if (before) sides.push(beyond(keyset, before, 'before'));
  return allOf(sides);
}

/** An opaque text for a place in a list of that order. */
export function encodeCursor(keyset: Keyset, { value, id }: Place): string {
  const plain = value instanceof Date ? value.getTime() : value;
  return Buffer.from(JSON.stringify([keyset.name, keyset.direction, plain, id])).toString('base64url');
}

/** The place that a cursor names; CURSOR_INVALID when it is of another order or no cursor at all. */
export function decodeCursor(keyset: Keyset, cursor: string): Place {
  const shape = z.tuple([z.literal(keyset.name), z.literal(keyset.direction), values[keyset.kind], z.string()]);
  const parsed = shape.safeParse(parseJson(Buffer.from(cursor, 'base64url').toString('utf8')));
  if (!parsed.success) throw new NianbaoError('CURSOR_INVALID');
  const [, , value, id] = parsed.data;
  return { value: keyset.kind === 'time' ? new Date(value) : value, id };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
