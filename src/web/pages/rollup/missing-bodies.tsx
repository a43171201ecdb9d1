import { Link } from 'wouter-preact';
import { graphql, readFragment, type FragmentType } from '../../generated/index.ts';
import { sayFigure } from '../../parts/figures.ts';
import { useLocale, useWords } from '../../words/locale.tsx';

const MissingBodiesFields = graphql(/* GraphQL */ `
  fragment MissingBodies on Rollup {
    missingCount
    missing(first: 100) {
      id
      name
    }
  }
`);

/** Who has no published report in a roll-up; the first hundred by name. */
export function MissingBodies({ rollup }: { readonly rollup: FragmentType<typeof MissingBodiesFields> }) {
  const { rollup: words } = useWords();
  const { locale } = useLocale();
  const { missingCount, missing } = readFragment(MissingBodiesFields, rollup);
  if (missingCount === 0) return <p class="notice good">{words.complete}</p>;
  return (
    <details class="notice error">
      <summary>{words.missing(sayFigure(missingCount, locale))}</summary>
      <ul class="columns">
        {missing.map(({ id, name }) => (
          <li key={id}>
            <Link href={`/organizations/${encodeURIComponent(id)}`} lang="zh-CN">
              {name}
            </Link>
          </li>
        ))}
      </ul>
    </details>
  );
}
