import { graphql, readFragment, type FragmentType } from '../../generated/index.ts';
import type { ComparedTextFragment } from '../../generated/graphql.ts';
import { useWords } from '../../words/locale.tsx';

const ComparedTextFields = graphql(/* GraphQL */ `
  fragment ComparedText on ComparedNarrative {
    heading
    changed
    paragraphs {
      kind
      pieces {
        kind
        text
      }
    }
  }
`);

type Piece = ComparedTextFragment['paragraphs'][number]['pieces'][number];

function TextPiece({ piece: { kind, text } }: { readonly piece: Piece }) {
  if (kind === 'ADDED') return <ins>{text}</ins>;
  return kind === 'REMOVED' ? <del>{text}</del> : text;
}

/** A chapter's paragraphs that differ, word by word. */
export function ComparedText({ narrative }: { readonly narrative: FragmentType<typeof ComparedTextFields> }) {
  const { compare } = useWords();
  const { heading, changed, paragraphs } = readFragment(ComparedTextFields, narrative);
  return (
    <section>
      <h3 lang="zh-CN">{heading}</h3>
      {changed ? (
        paragraphs
          .filter(({ kind }) => kind !== 'SAME')
          .map(({ kind, pieces }, index) => (
            <p key={index} class="compared" lang="zh-CN">
              {kind === 'ADDED' ? <strong class="tag">{compare.added} </strong> : null}
              {kind === 'REMOVED' ? <strong class="tag">{compare.removed} </strong> : null}
              {pieces.map((piece, at) => (
                <TextPiece key={at} piece={piece} />
              ))}
            </p>
          ))
      ) : (
        <p>{compare.unchanged}</p>
      )}
    </section>
  );
}
