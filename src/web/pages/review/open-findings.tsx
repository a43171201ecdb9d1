import { useState } from 'preact/hooks';
import { useClient } from '@urql/preact';
import { graphql, readFragment, type FragmentType } from '../../generated/index.ts';
import type { OpenFindingsFragment } from '../../generated/graphql.ts';
import { useWords } from '../../words/locale.tsx';
import { DismissFinding } from './review-documents.ts';
import type { StepTarget } from './step-forms.tsx';
import type { Said } from './use-steps.ts';

const OpenFindingsFields = graphql(/* GraphQL */ `
  fragment OpenFindings on CheckResult {
    violations {
      key
      severity
      message
      decision {
        verdict
        reason
      }
    }
  }
`);

type Finding = OpenFindingsFragment['violations'][number];

interface FindingProps {
  readonly finding: Finding;
  readonly target: StepTarget;
  readonly tell: (said: Said) => void;
}

function DismissForm({ finding: { key }, target, tell }: FindingProps) {
  const { review } = useWords();
  const client = useClient();
  const [reason, setReason] = useState('');
  const dismiss = async () => {
    const { id: report, expectedRevision } = target;
    const input = { report, expectedRevision, finding: key ?? '', verdict: 'DISMISSED', reason } as const;
    const { data, error } = await client.mutation(DismissFinding, { input }).toPromise();
    const answer = data?.decideFinding;
    const refusal = answer && 'message' in answer ? answer.message : error?.message;
    tell(refusal === undefined ? { good: true, lines: [review.done] } : { good: false, lines: [refusal] });
  };
  return (
    <details>
      <summary>{review.dismiss}</summary>
      <label class="wide">
        {review.reason}
        <input type="text" value={reason} onInput={(event) => setReason(event.currentTarget.value)} />
      </label>{' '}
      <button type="button" onClick={() => void dismiss()}>
        {review.dismiss}
      </button>
    </details>
  );
}

/** The errors of a report: what stands in the way of its publication, and what was explained. */
export function OpenFindings({
  checks,
  target,
  tell,
}: {
  readonly checks: FragmentType<typeof OpenFindingsFields>;
  readonly target: StepTarget;
  readonly tell: (said: Said) => void;
}) {
  const { review, report } = useWords();
  const { violations } = readFragment(OpenFindingsFields, checks);
  const errors = violations.filter(({ severity }) => severity === 'ERROR');
  if (errors.length === 0) return <p class="notice good">{report.checksPassed}</p>;
  return (
    <section>
      <h2>{report.checks}</h2>
      <p>{review.blocking}</p>
      <ul class="violations">
        {errors.map((finding) => (
          <li key={finding.key} class="error">
            {finding.message}
            {finding.decision?.verdict === 'DISMISSED' ? (
              <em>
                {review.dismissed}
                {finding.decision.reason}
              </em>
            ) : (
              <DismissForm finding={finding} target={target} tell={tell} />
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
