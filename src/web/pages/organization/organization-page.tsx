import { useQuery } from '@urql/preact';
import { Link } from 'wouter-preact';
import { graphql } from '../../generated/index.ts';
import { Answer } from '../../parts/asked.tsx';
import { NotFoundPage } from '../../shell/not-found-page.tsx';
import { usePageTitle } from '../../shell/page-title.ts';
import { useWords } from '../../words/locale.tsx';
import { CompareForm } from '../compare/compare-form.tsx';
import { TrendSection } from './trend-section.tsx';

const OrganizationPageDocument = graphql(/* GraphQL */ `
  query OrganizationPage($id: ID!) {
    organization(id: $id) {
      id
      name
      parent {
        id
        name
      }
      children {
        id
        name
      }
    }
    trend(organization: $id) {
      ...TrendYear
      ...ComparableYear
    }
  }
`);

interface Body {
  readonly id: string;
  readonly name: string;
}

function BodyLink({ id, name }: Body) {
  return (
    <Link href={`/organizations/${encodeURIComponent(id)}`} lang="zh-CN">
      {name}
    </Link>
  );
}

function Below({ of, bodies }: { readonly of: Body; readonly bodies: readonly Body[] }) {
  const { trend } = useWords();
  if (bodies.length === 0) return null;
  return (
    <section>
      <h2>{trend.below}</h2>
      <p>
        <Link href={`/rollup?within=${encodeURIComponent(of.id)}`}>{trend.rollup(of.name)}</Link>
      </p>
      <ul class="columns">
        {bodies.map(({ id, name }) => (
          <li key={id}>
            <BodyLink id={id} name={name} />
          </li>
        ))}
      </ul>
    </section>
  );
}

/** A body: its reports year by year as charts and table, and where it stands in the tree. */
export function OrganizationPage({ id }: { readonly id: string }) {
  const { trend: words } = useWords();
  const [asked, ask] = useQuery({ query: OrganizationPageDocument, variables: { id } });
  const name = asked.data?.organization?.name;
  usePageTitle(name === undefined ? undefined : words.title(name));
  return (
    <Answer asked={asked} again={() => ask()}>
      {({ organization, trend }) =>
        organization ? (
          <>
            <h1>{words.title(organization.name)}</h1>
            {organization.parent ? (
              <p>
                {words.above}: <BodyLink {...organization.parent} />
              </p>
            ) : null}
            <TrendSection points={trend} />
            <CompareForm years={trend} />
            <Below of={organization} bodies={organization.children} />
          </>
        ) : (
          <NotFoundPage />
        )
      }
    </Answer>
  );
}
