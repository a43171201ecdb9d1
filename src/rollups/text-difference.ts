import { diffArrays } from 'diff';

/** A piece of text in both, in the first only, or in the second only. */
export interface TextPiece {
  readonly kind: 'SAME' | 'REMOVED' | 'ADDED';
  readonly text: string;
}

/** A paragraph in both, in one of them, or changed; its pieces in order make both texts. */
export interface ParagraphDifference {
  readonly kind: TextPiece['kind'] | 'CHANGED';
  readonly pieces: readonly TextPiece[];
}

/** Texts that differ in more places than this are told as removed and added whole. */
const MOST_EDITS = 4000;

const segmenter = new Intl.Segmenter('zh', { granularity: 'word' });

function difference(one: readonly string[], other: readonly string[]): { kind: TextPiece['kind']; items: string[] }[] {
  const everything = [
    { kind: 'REMOVED' as const, items: [...one] },
    { kind: 'ADDED' as const, items: [...other] },
  ];
  const changes = diffArrays([...one], [...other], { maxEditLength: MOST_EDITS });
  if (!changes) return everything.filter(({ items }) => items.length > 0);
  return changes.map(({ added, removed, value }) => {
    if (added) return { kind: 'ADDED', items: value };
    return { kind: removed ? 'REMOVED' : 'SAME', items: value };
  });
}

function paragraphsOf(text: string): string[] {
  const paragraphs = text.split(/\n{2,}/u).map((paragraph) => paragraph.trim());
  return paragraphs.filter((paragraph) => paragraph !== '');
}

function wordsOf(text: string): string[] {
  return [...segmenter.segment(text)].map(({ segment }) => segment);
}

function changed(one: string, other: string): ParagraphDifference {
  const pieces = difference(wordsOf(one), wordsOf(other)).map(({ kind, items }) => ({ kind, text: items.join('') }));
  return { kind: 'CHANGED', pieces };
}

function whole(kind: TextPiece['kind'], text: string): ParagraphDifference {
  return { kind, pieces: [{ kind, text }] };
}

/** How much of two paragraphs is the same: below a third they are two paragraphs, not a changed one. */
function isLike({ pieces }: ParagraphDifference): boolean {
  const lengthOf = (kind: TextPiece['kind']) =>
    pieces.filter((piece) => piece.kind === kind).reduce((sum, { text }) => sum + text.length, 0);
  return lengthOf('SAME') * 3 >= Math.max(lengthOf('REMOVED'), lengthOf('ADDED'));
}

/** Removed paragraphs beside the added ones that stand in their place. */
function pair(removed: readonly string[], added: readonly string[]): ParagraphDifference[] {
  const length = Math.max(removed.length, added.length);
  return Array.from({ length }, (_, index) => [removed[index], added[index]] as const).flatMap(([one, other]) => {
    if (one !== undefined && other !== undefined) {
      const both = changed(one, other);
      if (isLike(both)) return [both];
    }
    return [
      ...(one === undefined ? [] : [whole('REMOVED', one)]),
      ...(other === undefined ? [] : [whole('ADDED', other)]),
    ];
  });
}

/** The difference of two texts by paragraphs, and of changed paragraphs by words; Chinese is segmented into words. */
export function textDifference(one: string, other: string): ParagraphDifference[] {
  const changes = difference(paragraphsOf(one), paragraphsOf(other));
  return changes.flatMap(({ kind, items }, index) => {
    const next = changes[index + 1];
    if (kind === 'SAME') return items.map((text) => whole('SAME', text));
    if (kind === 'REMOVED') return pair(items, next?.kind === 'ADDED' ? next.items : []);
    return changes[index - 1]?.kind === 'REMOVED' ? [] : pair([], items);
  });
}
