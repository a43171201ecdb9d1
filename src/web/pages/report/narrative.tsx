import { graphql, readFragment, type FragmentType } from '../../generated/index.ts';
import type { NarrativeTextFragment } from '../../generated/graphql.ts';

const NarrativeFields = graphql(/* GraphQL */ `
  fragment NarrativeText on Narrative {
    heading
    blocks {
      level
      runIn
      text
    }
  }
`);

type Block = NarrativeTextFragment['blocks'][number];

/** A paragraph with the heading that stands in its line, or a heading or paragraph by itself. */
interface Piece {
  readonly level: number;
  readonly runIn: string | undefined;
  readonly text: string;
}

/** A heading that runs in stands in the line of the paragraph after it. */
function piecesOf(blocks: readonly Block[]): Piece[] {
  const pieces: Piece[] = [];
  let runIn: string | undefined;
  for (const block of blocks) {
    const isHead = block.level > 0;
    if (runIn !== undefined && isHead) pieces.push({ level: 0, runIn, text: '' });
    if (isHead && block.runIn) {
      runIn = block.text;
      continue;
    }
    pieces.push({ level: block.level, runIn: isHead ? undefined : runIn, text: block.text });
    runIn = undefined;
  }
  if (runIn !== undefined) pieces.push({ level: 0, runIn, text: '' });
  return pieces;
}

function TextPiece({ piece: { level, runIn, text } }: { readonly piece: Piece }) {
  if (level === 1) return <h3>{text}</h3>;
  if (level > 1) return <h4>{text}</h4>;
  return (
    <p>
      {runIn === undefined ? null : <strong>{runIn}</strong>}
      {text}
    </p>
  );
}

/** A chapter of text: its heading, and its paragraphs with the headings below it. */
export function NarrativeText({ narrative }: { readonly narrative: FragmentType<typeof NarrativeFields> }) {
  const { heading, blocks } = readFragment(NarrativeFields, narrative);
  return (
    <section class="narrative" lang="zh-CN">
      <h2>{heading}</h2>
      {piecesOf(blocks).map((piece, index) => (
        <TextPiece key={index} piece={piece} />
      ))}
    </section>
  );
}
