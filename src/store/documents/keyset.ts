import { z } from 'zod';
import { NianbaoError } from '#errors/nianbao-error.ts';
import type { Condition, Sort } from './condition.ts';

type Side = 'after' | 'before';

/** The order of a list: by a stored sort key, of which no two are equal. */
export interface Keyset {
  /** What cursors of this order are marked with. */
  readonly name: string;
  readonly path: string;
  readonly direction: 1 | -1;
}

/** The sort of the list, or of the list read from its end. */
export function sortOf({ path, direction }: Keyset, backward: boolean): Sort {
  return { [path]: backward === (direction === 1) ? -1 : 1 };
}

/** The items behind or before a key. */
export function beyond(keyset: Keyset, key: string, side: Side): Condition {
  return { [keyset.path]: { [operatorOf(keyset, side)]: key } };
}

/** The items between two keys, both included; an absent key is the list's end. */
export function between(keyset: Keyset, after: string | undefined, before: string | undefined): Condition {
  const range = {
    ...(after !== undefined && { [`${operatorOf(keyset, 'after')}e`]: after }),
    ...(before !== undefined && { [`${operatorOf(keyset, 'before')}e`]: before }),
  };
  return Object.keys(range).length === 0 ? {} : { [keyset.path]: range };
}

function operatorOf({ direction }: Keyset, side: Side): '$gt' | '$lt' {
  return (direction === 1) === (side === 'after') ? '$gt' : '$lt';
}

/** An opaque text for the place of a key in a list of that order. */
export function encodeCursor({ name, direction }: Keyset, key: string): string {
  return Buffer.from(JSON.stringify([name, direction, key])).toString('base64url');
}

/** The key that a cursor names; CURSOR_INVALID when it is of another order or no cursor at all. */
export function decodeCursor({ name, direction }: Keyset, cursor: string): string {
  const shape = z.tuple([z.literal(name), z.literal(direction), z.string()]);
  const parsed = shape.safeParse(parseJson(Buffer.from(cursor, 'base64url').toString('utf8')));
  if (!parsed.success) throw new NianbaoError('CURSOR_INVALID');
  return parsed.data[2];
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
