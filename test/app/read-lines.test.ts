import { expect, it } from 'vitest';
import { readLines } from '#app/read-lines.ts';

async function linesOf(chunks: readonly Buffer[]): Promise<string[]> {
  async function* given() {
    yield* chunks;
  }
  const lines: string[] = [];
  for await (const line of readLines(given())) lines.push(line);
  return lines;
}

it('breaks lines at line feeds only, wherever the bytes are cut', async () => {
  const text = '第一行\u2028还是\u0085第一行\r还是\n第二行😀\n\n第四行';
  const bytes = Buffer.from(text);
  for (const size of [1, 2, 3, 7, 1000]) {
    const count = Math.ceil(bytes.length / size);
    const chunks = Array.from({ length: count }, (_, index) => bytes.subarray(index * size, (index + 1) * size));
    expect(await linesOf(chunks)).toEqual(text.split('\n'));
  }
});
