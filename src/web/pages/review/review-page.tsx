import { useQuery } from '@urql/preact';
import { Link } from 'wouter-preact';
import { graphql } from '../../generated/index.ts';
import type { ReviewPageQuery } from '../../generated/graphql.ts';
import { Answer } from '../../parts/asked.tsx';
import { NotFoundPage } from '../../shell/not-found-page.tsx';
import { usePageTitle } from '../../shell/page-title.ts';
import { useWords } from '../../words/locale.tsx';
import { HistoryList } from './history-list.tsx';
import { OpenFindings } from './open-findings.tsx';
import { SheetLink } from './sheet-link.tsx';
import { dueStage, StageList } from './stages.tsx';
import { DecisionForm, PublishForm, SubmitForm, WithdrawForm } from './step-forms.tsx';
import { useSteps, type Said } from './use-steps.ts';

const ReviewPageDocument = graphql(/* GraphQL */ `
  query ReviewPage($id: ID!) {
    report(id: $id) {
      id
      title
      status
      revision
      publishedAt
      ...ReviewStages
      ...ReportHistory
      checks {
        ...OpenFindings
      }
    }
  }
`);

type Report = NonNullable<ReviewPageQuery['report']>;

function Outcome({ said }: { readonly said: Said | undefined }) {
  return (
    <div role="status">
      {said ? (
        <ul class={said.good ? 'notice good plain' : 'notice error plain'}>
          {said.lines.map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
      ) : null}
    </div>
  );
}

function Steps({ report, steps }: { readonly report: Report; readonly steps: ReturnType<typeof useSteps> }) {
  const { id, status, revision, publishedAt } = report;
  const target = { id, expectedRevision: revision };
  const due = dueStage(report);
  const wasPublished = publishedAt !== null && publishedAt !== undefined;
  return (
    <>
      {status === 'DRAFT' || status === 'WITHDRAWN' ? <SubmitForm target={target} steps={steps} /> : null}
      {status === 'IN_REVIEW' || (status === 'APPROVED' && due !== undefined) ? (
        <DecisionForm key={due} target={target} steps={steps} stage={due ?? 1} />
      ) : null}
      {status === 'APPROVED' && due === undefined ? (
        <PublishForm target={target} steps={steps} again={wasPublished} />
      ) : null}
      {wasPublished && status !== 'WITHDRAWN' ? <WithdrawForm target={target} steps={steps} /> : null}
    </>
  );
}

function ReviewView({ report, again }: { readonly report: Report; readonly again: () => void }) {
  const words = useWords();
  const steps = useSteps(again);
  const target = { id: report.id, expectedRevision: report.revision };
  return (
    <>
      <h1>{words.review.title(report.title)}</h1>
      <p class="meta">
        <span class={`status ${report.status.toLowerCase()}`}>{words.status[report.status]}</span>
        <Link href={`/reports/${encodeURIComponent(report.id)}`}>{words.edit.back}</Link>
        <SheetLink id={report.id} />
      </p>
      <Outcome said={steps.said} />
      <Steps report={report} steps={steps} />
      <section>
        <h2>{words.review.stages}</h2>
        <StageList report={report} />
      </section>
      <OpenFindings checks={report.checks} target={target} tell={steps.tell} />
      <HistoryList report={report} />
    </>
  );
}

/** A report on its way to readers: its stages, what stands in the way, and the step that is due. */
export function ReviewPage({ id }: { readonly id: string }) {
  const words = useWords();
  const [asked, ask] = useQuery({ query: ReviewPageDocument, variables: { id } });
  const title = asked.data?.report?.title;
  usePageTitle(title === undefined ? undefined : words.review.title(title));
  return (
    <Answer asked={asked} again={() => ask()}>
      {({ report }) => (report ? <ReviewView report={report} again={() => ask()} /> : <NotFoundPage />)}
    </Answer>
  );
}
