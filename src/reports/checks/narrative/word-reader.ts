import { words, type Tag } from './vocabulary.ts';

/** Who speaks in a narrative. */
export interface Speaker {
  readonly name: string;
  readonly isGovernment: boolean;
}

/** A government says these words of itself; another body says them of the bodies around it. */
const governmentWords = [
  '全省',
  '全市',
  '全县',
  '全区',
  '全州',
  '全旗',
  '我省',
  '我市',
  '我县',
  '我区',
  '我州',
  '我旗',
];

const lexicon = words.map(([tag, source]) => ({ tag, pattern: new RegExp(`(?:${source})`, 'uy') }));

/** The body's name, and what remains of it when the places in front are left out. */
function namesOf({ name, isGovernment }: Speaker): readonly string[] {
  const plain = name.normalize('NFKC').replace(/[^\p{L}\p{N}]/gu, '');
  const shortened = Array.from(plain, (_, index) => plain.slice(index)).filter((part) => part.length >= 3);
  return [...shortened, ...(isGovernment ? governmentWords : [])];
}

function lengthAt(pattern: RegExp, text: string, from: number): number {
  pattern.lastIndex = from;
  return pattern.exec(text)?.[0].length ?? 0;
}

/** Reads what a body writes of itself. */
export interface WordReader {
  /** What each word of a text says; undefined when one of them is not known. */
  readonly tagsOf: (text: string) => readonly Tag[] | undefined;
  /** The text without the names that the body has for itself. */
  readonly withoutSelf: (text: string) => string;
}

/** A reader of the narratives of one body. */
export function createWordReader(speaker: Speaker): WordReader {
  const names = namesOf(speaker);
  const own = names.length === 0 ? undefined : names.join('|');
  const self: (typeof lexicon)[number][] =
    own === undefined ? [] : [{ tag: 'own', pattern: new RegExp(`(?:${own})`, 'uy') }];
  const all = [...self, ...lexicon];

  function longest(text: string, from: number): { length: number; tag: Tag } {
    let found: { length: number; tag: Tag } = { length: 0, tag: 'noise' };
    for (const { tag, pattern } of all) {
      const length = lengthAt(pattern, text, from);
      if (length > found.length) found = { length, tag };
    }
    return found;
  }

  function tagsOf(text: string): readonly Tag[] | undefined {
    const tags: Tag[] = [];
    for (let from = 0; from < text.length;) {
      const { length, tag } = longest(text, from);
      if (length === 0) return undefined;
      tags.push(tag);
      from += length;
    }
    return tags;
  }

  const mentions = new RegExp(`${own === undefined ? '' : `${own}|`}[我本全](?:局|委|厅|镇|乡|街道|院|公司)`, 'gu');
  return { tagsOf, withoutSelf: (text) => text.replace(mentions, '') };
}
