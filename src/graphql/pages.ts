import { invalidInput } from '#errors/invalid-input.ts';
import { NianbaoError } from '#errors/nianbao-error.ts';
import type { Page, Slice } from '#store/page.ts';

/** The arguments of a connection. */
export interface ConnectionArguments {
  readonly first?: number | null | undefined;
  readonly after?: string | null | undefined;
  readonly last?: number | null | undefined;
  readonly before?: string | null | undefined;
}

/** A connection as the relay types resolve it; the total is counted only when it is asked for. */
export interface Connection<Item> {
  readonly edges: readonly { readonly cursor: string; readonly node: Item }[];
  readonly pageInfo: {
    readonly hasNextPage: boolean;
    readonly hasPreviousPage: boolean;
    readonly startCursor: string | null;
    readonly endCursor: string | null;
  };
  readonly count: () => Promise<number>;
}

/** Items of a connection unless told. */
export const DEFAULT_LENGTH = 20;
const GREATEST_LENGTH = 100;

const sentences = {
  BOTH: { zh: '`first` 与 `last` 只能给出一个。', en: 'Give `first` or `last`, not both.' },
  LENGTH: { zh: '`first` 和 `last` 应为 0 至 {most}。', en: '`first` and `last` take 0 to {most}.' },
} as const;

function lengthOf({ first, last }: ConnectionArguments): number {
  if (typeof first === 'number' && typeof last === 'number') throw invalidInput('first', sentences.BOTH);
  const length = first ?? last ?? DEFAULT_LENGTH;
  if (length >= 0 && length <= GREATEST_LENGTH) return length;
  throw invalidInput(typeof first === 'number' ? 'first' : 'last', sentences.LENGTH, { most: GREATEST_LENGTH });
}

/** The part of a list that a connection's arguments name; 20 items unless told. INPUT_INVALID when they make no sense. */
export function sliceOf(args: ConnectionArguments): Slice {
  return {
    limit: lengthOf(args),
    backward: typeof args.last === 'number',
    after: args.after ?? undefined,
    before: args.before ?? undefined,
  };
}

/** A page of the store as a connection. */
export function connectionOf<Item>(page: Page<Item>, count: () => Promise<number>): Connection<Item> {
  return {
    edges: page.items.map(({ cursor, item }) => ({ cursor, node: item })),
    pageInfo: {
      hasNextPage: page.hasNext,
      hasPreviousPage: page.hasPrevious,
      startCursor: page.items[0]?.cursor ?? null,
      endCursor: page.items.at(-1)?.cursor ?? null,
    },
    count,
  };
}

/** How a list that is there as a whole is divided: the cursor names an item, and what is not asked for is left out. */
interface Division<Item> {
  readonly idOf: (item: Item) => string;
  readonly isAsked: (item: Item) => boolean;
}

/** A part of a list that is there as a whole. CURSOR_INVALID for a cursor that names none of its items. */
export function connectionOfAll<Item>(
  all: readonly Item[],
  { idOf, isAsked }: Division<Item>,
  args: ConnectionArguments,
): Connection<Item> {
  const { limit, backward, after, before } = sliceOf(args);
  const places = new Map(all.map((item, place) => [idOf(item), place]));
  const placeOf = (cursor: string): number => {
    const place = places.get(Buffer.from(cursor, 'base64url').toString('utf8'));
    if (place === undefined) throw new NianbaoError('CURSOR_INVALID', {});
    return place;
  };
  const from = after === undefined ? 0 : placeOf(after) + 1;
  const to = before === undefined ? all.length : placeOf(before);
  const asked = all.slice(from, to).filter(isAsked);
  const shown = backward ? asked.slice(Math.max(0, asked.length - limit)) : asked.slice(0, limit);
  const cut = shown.length < asked.length;
  const items = shown.map((item) => ({ cursor: Buffer.from(idOf(item)).toString('base64url'), item }));
  const page = {
    items,
    hasNext: backward ? all.slice(to).some(isAsked) : cut,
    hasPrevious: backward ? cut : all.slice(0, from).some(isAsked),
  };
  return connectionOf(page, () => Promise.resolve(all.filter(isAsked).length));
}
