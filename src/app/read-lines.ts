import { StringDecoder } from 'node:string_decoder';
import { NianbaoError } from '#errors/nianbao-error.ts';

/** The longest line that is read, in characters; one holds a finished document as base64. */
const LONGEST = 2 ** 28;

/** Lines of UTF-8 that end with a line feed, and with nothing else; INPUT_INVALID for one that is too long. */
export async function* readLines(bytes: AsyncIterable<Buffer>): AsyncGenerator<string> {
  const decoder = new StringDecoder('utf8');
  let pieces: string[] = [];
  let length = 0;
  for await (const chunk of bytes) {
    const [first = '', ...others] = decoder.write(chunk).split('\n');
    pieces.push(first);
    length += first.length;
    if (length > LONGEST) throw new NianbaoError('INPUT_INVALID', { reason: 'the line is too long' });
    for (const next of others) {
      yield pieces.join('');
      pieces = [next];
      length = next.length;
    }
  }
  pieces.push(decoder.end());
  yield pieces.join('');
}
