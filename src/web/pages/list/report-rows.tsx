import { Link } from 'wouter-preact';
import { readFragment, graphql, type FragmentType } from '../../generated/index.ts';
import { sayFigure } from '../../parts/figures.ts';
import { useLocale, useWords } from '../../words/locale.tsx';

const ReportRow = graphql(/* GraphQL */ `
  fragment ReportRow on Report {
    id
    title
    year
    status
    organization {
      id
      name
    }
    applications {
      received {
        total
      }
    }
  }
`);

function Row({ report }: { readonly report: FragmentType<typeof ReportRow> }) {
  const { id, title, year, status, organization, applications } = readFragment(ReportRow, report);
  const { locale } = useLocale();
  const words = useWords();
  return (
    <tr>
      <th scope="row" lang="zh-CN">
        <Link href={`/organizations/${encodeURIComponent(organization.id)}`}>{organization.name}</Link>
      </th>
      <td>{year}</td>
      <td class="title" lang="zh-CN">
        <Link href={`/reports/${encodeURIComponent(id)}`}>{title}</Link>
      </td>
      <td>
        <span class={`status ${status.toLowerCase()}`}>{words.status[status]}</span>
      </td>
      <td class="number">{sayFigure(applications.received.total, locale)}</td>
    </tr>
  );
}

/** Reports as rows of a table. */
export function ReportRows({ reports }: { readonly reports: readonly FragmentType<typeof ReportRow>[] }) {
  const { list } = useWords();
  return (
    <div class="scroll">
      <table class="list">
        <caption class="hidden">{list.caption}</caption>
        <thead>
          <tr>
            <th scope="col">{list.body}</th>
            <th scope="col">{list.year}</th>
            <th scope="col">{list.report}</th>
            <th scope="col">{list.status}</th>
            <th scope="col" class="number">
              {list.received}
            </th>
          </tr>
        </thead>
        <tbody>
          {reports.map((report, index) => (
            <Row key={index} report={report} />
          ))}
        </tbody>
      </table>
    </div>
  );
}
