import { useQuery } from '@urql/preact';
import { graphql } from '../../generated/index.ts';
import type { ComparePageQuery } from '../../generated/graphql.ts';
import { Answer } from '../../parts/asked.tsx';
import { sayFigure } from '../../parts/figures.ts';
import { useAddress } from '../../parts/use-address.ts';
import { NotFoundPage } from '../../shell/not-found-page.tsx';
import { usePageTitle } from '../../shell/page-title.ts';
import { useLocale, useWords } from '../../words/locale.tsx';
import { ComparedText } from './compared-text.tsx';

const ComparePageDocument = graphql(/* GraphQL */ `
  query ComparePage($base: ID!, $other: ID!) {
    comparison(base: $base, other: $other) {
      base {
        title
      }
      other {
        title
      }
      cells(changedOnly: true) {
        path
        labels
        base
        other
        difference
      }
      narratives {
        ...ComparedText
      }
    }
  }
`);

type Comparison = ComparePageQuery['comparison'];

function signed(difference: string | null | undefined, locale: string): string {
  const said = sayFigure(difference, locale);
  return said === '' || said.startsWith('-') || said === '0' ? said : `+${said}`;
}

function ComparedCells({ comparison: { base, other, cells } }: { readonly comparison: Comparison }) {
  const { compare } = useWords();
  const { locale } = useLocale();
  if (cells.length === 0) return <p>{compare.same}</p>;
  return (
    <div class="scroll" role="region" tabIndex={0} aria-label={compare.title}>
      <table class="list">
        <caption>{compare.changedOnly}</caption>
        <thead>
          <tr>
            <th scope="col">{compare.cell}</th>
            <th scope="col" class="number" lang="zh-CN">
              {base.title}
            </th>
            <th scope="col" class="number" lang="zh-CN">
              {other.title}
            </th>
            <th scope="col" class="number">
              {compare.difference}
            </th>
          </tr>
        </thead>
        <tbody>
          {cells.map((cell) => (
            <tr key={cell.path}>
              <th scope="row" lang="zh-CN">
                {cell.labels.join(' › ')}
              </th>
              <td class="number">{sayFigure(cell.base, locale)}</td>
              <td class="number">{sayFigure(cell.other, locale)}</td>
              <td class="number">{signed(cell.difference, locale)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Compared({ base, other }: { readonly base: string; readonly other: string }) {
  const { compare } = useWords();
  const [asked, ask] = useQuery({ query: ComparePageDocument, variables: { base, other } });
  return (
    <Answer asked={asked} again={() => ask()}>
      {({ comparison }) => (
        <>
          <ComparedCells comparison={comparison} />
          <h2>{compare.texts}</h2>
          {comparison.narratives.map((narrative, index) => (
            <ComparedText key={index} narrative={narrative} />
          ))}
        </>
      )}
    </Answer>
  );
}

/** Two reports side by side: the figures that changed, and the words. */
export function ComparePage() {
  const { compare } = useWords();
  const [parameters] = useAddress();
  const base = parameters.get('base');
  const other = parameters.get('other');
  usePageTitle(compare.title);
  if (base === null || other === null) return <NotFoundPage />;
  return (
    <>
      <h1>{compare.title}</h1>
      <Compared base={base} other={other} />
    </>
  );
}
