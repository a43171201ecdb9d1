import { useQuery } from '@urql/preact';
import { Link } from 'wouter-preact';
import { graphql } from '../../generated/index.ts';
import type { ObligationsPageQuery, ObligationStatus } from '../../generated/graphql.ts';
import { Answer } from '../../parts/asked.tsx';
import { sayDay, sayFigure } from '../../parts/figures.ts';
import { OrganizationPicker } from '../../parts/organization-picker.tsx';
import { useAddress } from '../../parts/use-address.ts';
import { reportYears } from '../../parts/years.ts';
import { usePageTitle } from '../../shell/page-title.ts';
import { useLocale, useWords } from '../../words/locale.tsx';

const ObligationsPageDocument = graphql(/* GraphQL */ `
  query ObligationsPage($year: Int!, $within: ID, $status: [ObligationStatus!], $after: String) {
    obligations(year: $year, within: $within, status: $status, first: 50, after: $after) {
      totals {
        status
        count
      }
      pageInfo {
        hasNextPage
        endCursor
      }
      edges {
        node {
          organization {
            id
            name
          }
          dueDate
          status
          daysLate
          report {
            id
            title
          }
        }
      }
    }
  }
`);

type Obligations = ObligationsPageQuery['obligations'];
type Row = Obligations['edges'][number]['node'];

function ObligationRow({ row: { organization, dueDate, status, daysLate, report } }: { readonly row: Row }) {
  const { obligations: words } = useWords();
  const { locale } = useLocale();
  return (
    <tr>
      <th scope="row" lang="zh-CN">
        <Link href={`/organizations/${encodeURIComponent(organization.id)}`}>{organization.name}</Link>
      </th>
      <td>{sayDay(`${dueDate}T00:00:00`, locale)}</td>
      <td>
        <span class={`status ${status.toLowerCase()}`}>{words.statuses[status]}</span>{' '}
        {daysLate !== null && daysLate !== undefined && daysLate > 0 ? words.late(sayFigure(daysLate, locale)) : null}
      </td>
      <td lang="zh-CN">
        {report ? <Link href={`/reports/${encodeURIComponent(report.id)}`}>{report.title}</Link> : '—'}
      </td>
    </tr>
  );
}

function ObligationTable({ rows, year }: { readonly rows: readonly Row[]; readonly year: number }) {
  const { obligations: words } = useWords();
  return (
    <div class="scroll" role="region" tabIndex={0} aria-label={words.caption(String(year))}>
      <table class="list">
        <caption class="hidden">{words.caption(String(year))}</caption>
        <thead>
          <tr>
            <th scope="col">{words.body}</th>
            <th scope="col">{words.due}</th>
            <th scope="col">{words.status}</th>
            <th scope="col">{words.report}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <ObligationRow key={row.organization.id} row={row} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

function StatusFilter({
  totals,
  chosen,
  choose,
}: {
  readonly totals: Obligations['totals'];
  readonly chosen: string;
  readonly choose: (status: string) => void;
}) {
  const { obligations: words } = useWords();
  const { locale } = useLocale();
  const shown = totals.filter(({ status, count }) => count > 0 || status === chosen);
  return (
    <fieldset class="choices">
      <legend>{words.status}</legend>
      <label class="inline">
        <input type="radio" name="status" checked={chosen === ''} onChange={() => choose('')} />
        {words.all}
      </label>
      {shown.map(({ status, count }) => (
        <label key={status} class="inline">
          <input type="radio" name="status" checked={chosen === status} onChange={() => choose(status)} />
          {words.statuses[status]} {sayFigure(count, locale)}
        </label>
      ))}
    </fieldset>
  );
}

/** Who has published the report for a year, who is late and by how much. */
export function ObligationsPage() {
  const { obligations: words, list } = useWords();
  const [parameters, change] = useAddress();
  const year = Number(parameters.get('year') ?? reportYears()[0]);
  const status = parameters.get('status') ?? '';
  const [asked, ask] = useQuery({
    query: ObligationsPageDocument,
    variables: {
      year,
      within: parameters.get('within'),
      status: status === '' ? null : [status as ObligationStatus],
      after: parameters.get('after'),
    },
  });
  usePageTitle(words.title);
  return (
    <>
      <h1>{words.title}</h1>
      <form class="search" onSubmit={(event) => event.preventDefault()}>
        <OrganizationPicker
          label={words.within}
          chosen={parameters.get('within') ?? undefined}
          onChoose={(id) => change({ within: id, after: '' })}
        />
        <label>
          {list.year}
          <select value={year} onChange={(event) => change({ year: event.currentTarget.value, after: '' })}>
            {reportYears().map((one) => (
              <option key={one} value={one}>
                {one}
              </option>
            ))}
          </select>
        </label>
      </form>
      <Answer asked={asked} again={() => ask()}>
        {({ obligations: { totals, edges, pageInfo } }) => (
          <>
            <StatusFilter totals={totals} chosen={status} choose={(next) => change({ status: next, after: '' })} />
            <ObligationTable rows={edges.map(({ node }) => node)} year={year} />
            {pageInfo.hasNextPage ? (
              <p class="pages">
                <button type="button" onClick={() => change({ after: pageInfo.endCursor ?? '' })}>
                  {list.next}
                </button>
              </p>
            ) : null}
          </>
        )}
      </Answer>
    </>
  );
}
