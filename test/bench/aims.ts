let missed = false;

/** Prints a line. */
export function say(text: string): void {
  process.stdout.write(`${text}\n`);
}

/** A ratio that is aimed at. */
export interface Aim {
  readonly text: string;
  readonly holds: (ratio: number) => boolean;
}

/** A ratio up to that. */
export const atMost = (limit: number): Aim => ({ text: `at most ${limit}`, holds: (ratio) => ratio <= limit });

/** A ratio from that on. */
export const atLeast = (limit: number): Aim => ({ text: `at least ${limit}`, holds: (ratio) => ratio >= limit });

/** Prints how many times as long the second takes, and notes when that is not as aimed at. */
export function compare(what: string, [first, second]: readonly [number, number], aim?: Aim): void {
  const holds = aim?.holds(second / first) ?? true;
  missed ||= !holds;
  const figures = `${first.toFixed(2)} ms and ${second.toFixed(2)} ms, ${(second / first).toFixed(2)} x`;
  say(`${what}: ${figures}${aim ? ` (aim: ${aim.text} x)` : ''}${holds ? '' : '   MISSED'}`);
}

/** Prints something that must be so, and notes when it is not. */
export function demand(what: string, holds: boolean): void {
  missed ||= !holds;
  say(`${what}${holds ? '' : '   MISSED'}`);
}

/** Ends the process with 1 when an aim was missed. */
export function conclude(): void {
  if (missed) process.exitCode = 1;
}
