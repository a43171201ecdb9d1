import { useQuery } from '@urql/preact';
import { graphql } from '../../generated/index.ts';
import type { ReportStatus } from '../../generated/graphql.ts';
import { Answer } from '../../parts/asked.tsx';
import { sayFigure } from '../../parts/figures.ts';
import { usePageTitle } from '../../shell/page-title.ts';
import { useLocale, useWords } from '../../words/locale.tsx';
import { ReportRows } from './report-rows.tsx';
import { SearchForm } from './search-form.tsx';
import { useSearchState, type SearchState } from './search-state.ts';

const ReportList = graphql(/* GraphQL */ `
  query ReportList($filter: ReportFilter, $after: String) {
    reports(filter: $filter, first: 20, after: $after) {
      totalCount
      pageInfo {
        hasNextPage
        endCursor
      }
      edges {
        node {
          ...ReportRow
        }
      }
    }
  }
`);

function filterOf({ text, year, status }: SearchState) {
  return {
    ...(text.trim() === '' ? {} : { search: text.trim() }),
    ...(year === undefined ? {} : { year }),
    ...(status === '' ? {} : { status: [status as ReportStatus] }),
  };
}

/** The first page: find a report by words and year. */
export function ListPage() {
  const { list } = useWords();
  const { locale } = useLocale();
  const [state, change] = useSearchState();
  const [asked, ask] = useQuery({
    query: ReportList,
    variables: { filter: filterOf(state), after: state.after ?? null },
  });
  usePageTitle(list.title);
  return (
    <>
      <h1>{list.title}</h1>
      <SearchForm state={state} change={change} />
      <Answer asked={asked} again={() => ask()}>
        {({ reports: { totalCount, pageInfo, edges } }) => (
          <>
            <p role="status">{totalCount === 0 ? list.none : list.found(sayFigure(totalCount, locale))}</p>
            {edges.length > 0 ? <ReportRows reports={edges.map(({ node }) => node)} /> : null}
            <nav class="pages" aria-label={list.caption}>
              {state.after === undefined ? null : (
                <button type="button" onClick={() => change({})}>
                  {list.first}
                </button>
              )}
              {pageInfo.hasNextPage ? (
                <button type="button" onClick={() => change({ after: pageInfo.endCursor ?? '' })}>
                  {list.next}
                </button>
              ) : null}
            </nav>
          </>
        )}
      </Answer>
    </>
  );
}
