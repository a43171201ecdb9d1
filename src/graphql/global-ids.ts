import { decodeGlobalID } from '@pothos/plugin-relay';

const shape = /^[A-Za-z]{1,40}:./su;
const LONGEST = 400;

/** What a text says that GraphQL writes as an id; undefined for any other text, such as a name. */
export function readGlobalId(text: string): { readonly typename: string; readonly id: string } | undefined {
  if (text.length > LONGEST) return undefined;
  const plain = Buffer.from(text, 'base64');
  // Whatever is no base64 is skipped when it is read.
  if (!shape.test(plain.toString('utf8')) || plain.toString('base64') !== text) return undefined;
  return decodeGlobalID(text);
}
