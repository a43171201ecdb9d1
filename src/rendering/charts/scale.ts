/** A scale from zero to a round number. */
export interface Scale {
  readonly top: number;
  readonly ticks: readonly number[];
}

/** Round steps of 1, 2 or 5 times a power of ten, about `count` of them, from zero to above the greatest value. */
export function scaleTo(greatest: number, count = 4): Scale {
  if (!(greatest > 0)) return { top: 1, ticks: [0, 1] };
  const rough = greatest / count;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = power * ([1, 2, 5, 10].find((factor) => factor * power >= rough) ?? 10);
  const steps = Math.ceil(greatest / step);
  const ticks = Array.from({ length: steps + 1 }, (_, index) => Number((index * step).toPrecision(12)));
  return { top: ticks.at(-1) ?? 1, ticks };
}
