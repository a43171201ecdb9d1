import { availableParallelism } from 'node:os';
import { createInterface } from 'node:readline';

/** What a contender can be asked for, by the kind of the order. */
type Orders = Readonly<Record<string, (order: Readonly<Record<string, number>>) => Promise<object>>>;

/** How many PDFs are printed at once: one a processor. */
export const AT_ONCE = availableParallelism();

/** Prints as fast as it can until the time is over. */
async function printFor(milliseconds: number, print: (lane: number) => Promise<unknown>): Promise<object> {
  const began = performance.now();
  let pdfs = 0;
  const lane = async (number: number) => {
    while (performance.now() - began < milliseconds) {
      await print(number);
      pdfs += 1;
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, (_, number) => lane(number)));
  return { pdfs, seconds: (performance.now() - began) / 1000 };
}

/** Answers the benchmark's orders, a line each, until it has no more. */
export async function answerOrders(print: (lane: number) => Promise<unknown>, others: Orders = {}): Promise<void> {
  for await (const line of createInterface({ input: process.stdin })) {
    const order = JSON.parse(line) as { readonly kind: string } & Record<string, number>;
    const answer = others[order.kind] ?? (({ milliseconds = 0 }) => printFor(milliseconds, print));
    process.stdout.write(`${JSON.stringify(await answer(order))}\n`);
  }
}
