import { useQuery } from '@urql/preact';
import { Link } from 'wouter-preact';
import { DownloadPanel } from '../../download/download-panel.tsx';
import { graphql } from '../../generated/index.ts';
import type { ReportPageQuery } from '../../generated/graphql.ts';
import { Answer } from '../../parts/asked.tsx';
import { sayDay, sayFigure } from '../../parts/figures.ts';
import { faultsOf, ViolationNotes } from '../../parts/violations.tsx';
import { NotFoundPage } from '../../shell/not-found-page.tsx';
import { usePageTitle } from '../../shell/page-title.ts';
import { useSession } from '../../shell/session.tsx';
import { FormTable, type FormCell } from '../../table/form-table.tsx';
import { useLocale, useWords } from '../../words/locale.tsx';
import { NarrativeText } from './narrative.tsx';

const ReportPageDocument = graphql(/* GraphQL */ `
  query ReportPage($id: ID!) {
    report(id: $id) {
      id
      title
      status
      publishedAt
      withdrawalReason
      organization {
        id
        name
      }
      introduction
      overview {
        ...NarrativeText
      }
      tables {
        id
        ...FormTable
      }
      problems {
        ...NarrativeText
      }
      otherMatters {
        ...NarrativeText
      }
      remarks {
        ...NarrativeText
      }
      corrections {
        at
        note
      }
      checks {
        ...ViolationNotes
      }
    }
  }
`);

type Report = NonNullable<ReportPageQuery['report']>;

function StaffLinks({ id }: { readonly id: string }) {
  const { report } = useWords();
  if (useSession().token === undefined) return null;
  const address = `/reports/${encodeURIComponent(id)}`;
  return (
    <>
      <Link href={`${address}/edit`}>{report.edit}</Link>
      <Link href={`${address}/review`}>{report.review}</Link>
    </>
  );
}

function ReportHead({ report }: { readonly report: Report }) {
  const words = useWords();
  const { locale } = useLocale();
  const { id, title, status, publishedAt, organization, corrections, withdrawalReason } = report;
  return (
    <header class="report">
      <h1 lang="zh-CN">{title}</h1>
      <p class="meta">
        <span class={`status ${status.toLowerCase()}`}>{words.status[status]}</span>
        {publishedAt ? <span>{words.report.published(sayDay(publishedAt, locale))}</span> : null}
        <Link href={`/organizations/${encodeURIComponent(organization.id)}`}>
          {words.report.allOf(organization.name)}
        </Link>
        <StaffLinks id={id} />
      </p>
      {status === 'WITHDRAWN' ? (
        <p class="notice error">
          {words.report.withdrawn} <span lang="zh-CN">{withdrawalReason}</span>
        </p>
      ) : null}
      {corrections.length > 0 ? (
        <section class="notice">
          <h2>{words.report.corrections}</h2>
          <ul>
            {corrections.map(({ at, note }) => (
              <li key={at}>
                {sayDay(at, locale)}：<span lang="zh-CN">{note}</span>
              </li>
            ))}
          </ul>
        </section>
      ) : null}
    </header>
  );
}

function ReportText({ report }: { readonly report: Report }) {
  const words = useWords();
  const { locale } = useLocale();
  const { introduction, overview, tables, problems, otherMatters, remarks, checks } = report;
  const faults = faultsOf(checks);
  const draw = ({ value, raw }: FormCell) =>
    raw ?? (value === null ? <span class="blank">—</span> : sayFigure(value, locale));
  return (
    <>
      {introduction ? <p lang="zh-CN">{introduction}</p> : null}
      <NarrativeText narrative={overview} />
      <section>
        <h2>{words.report.figures}</h2>
        {tables.map((table) => (
          <FormTable key={table.id} table={table} draw={draw} faults={faults} />
        ))}
      </section>
      <NarrativeText narrative={problems} />
      <NarrativeText narrative={otherMatters} />
      {remarks.map((remark, index) => (
        <NarrativeText key={index} narrative={remark} />
      ))}
    </>
  );
}

/** A report as it reads: text, tables, what the checks found, and the file of it in every format. */
export function ReportPage({ id }: { readonly id: string }) {
  const words = useWords();
  const [asked, ask] = useQuery({ query: ReportPageDocument, variables: { id } });
  usePageTitle(asked.data?.report?.title);
  return (
    <Answer asked={asked} again={() => ask()}>
      {({ report }) =>
        report ? (
          <article>
            <ReportHead report={report} />
            <div class="beside">
              <section class="panel">
                <h2>{words.report.download}</h2>
                <DownloadPanel report={id} />
              </section>
              <section class="panel">
                <h2>{words.report.checks}</h2>
                <ViolationNotes checks={report.checks} />
              </section>
            </div>
            <ReportText report={report} />
          </article>
        ) : (
          <NotFoundPage />
        )
      }
    </Answer>
  );
}
