/** A rule of a style sheet of fonts. */
export interface FontRule {
  /** All but its range of characters. */
  readonly declarations: string;
  /** First and last code points of the characters that it is for; empty for every character. */
  readonly ranges: readonly (readonly [first: number, last: number])[];
}

/** Reads `U+4e00-9fff, U+3007` and the like. */
export function readRanges(range: string): FontRule['ranges'] {
  return Array.from(range.matchAll(/U\+([\da-f]+)(?:-([\da-f]+))?/giu), ([, first = '', last = first]) => {
    return [Number.parseInt(first, 16), Number.parseInt(last, 16)] as const;
  });
}

/** The rule as it stands in a style sheet. */
export function fontRule({ declarations }: FontRule, range: string): string {
  return `@font-face{${declarations}${range === '' ? '' : `;unicode-range:${range}`}}`;
}

/** Finds the few of many rules that a document needs: the browser looks at each that it is given, for every document. */
export class FontRules {
  readonly #rules: readonly FontRule[];
  /** Which rules a character has, by their places. */
  readonly #places = new Map<number, number[]>();

  constructor(rules: readonly FontRule[]) {
    this.#rules = rules;
    for (const [place, { ranges }] of rules.entries())
      for (const [first, last] of ranges) for (let point = first; point <= last; point += 1) this.#add(point, place);
  }

  /** Rules for those characters and no others, in the order of the style sheet. */
  for(points: Iterable<number>): string {
    const needed = new Map<number, number[]>();
    for (const [place, { ranges }] of this.#rules.entries()) if (ranges.length === 0) needed.set(place, []);
    for (const point of points) {
      for (const place of this.#places.get(point) ?? []) {
        const own = needed.get(place);
        if (own) own.push(point);
        else needed.set(place, [point]);
      }
    }
    return [...needed]
      .sort(([a], [b]) => a - b)
      .map(([place, own]) => fontRule(this.#rules[place]!, own.map((point) => `U+${point.toString(16)}`).join()))
      .join('\n');
  }

  #add(point: number, place: number): void {
    const places = this.#places.get(point);
    if (places) places.push(place);
    else this.#places.set(point, [place]);
  }
}
