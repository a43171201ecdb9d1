import { graphql, readFragment, type FragmentType } from '../generated/index.ts';
import { useWords } from '../words/locale.tsx';

const ViolationFields = graphql(/* GraphQL */ `
  fragment ViolationNotes on CheckResult {
    violations {
      code
      severity
      message
      paths
      expected
      actual
      decision {
        verdict
        reason
      }
    }
  }
`);

type Checks = FragmentType<typeof ViolationFields>;

/** Paths of the cells that a violation of severity error speaks of. */
export function faultyPaths(checks: Checks): ReadonlySet<string> {
  const { violations } = readFragment(ViolationFields, checks);
  const open = violations.filter(({ severity, decision }) => severity === 'ERROR' && decision?.verdict !== 'DISMISSED');
  return new Set(open.flatMap(({ paths }) => paths));
}

/** What the checks found, each in a sentence; or that all agrees. */
export function ViolationNotes({ checks }: { readonly checks: Checks }) {
  const { report, severity: severities, review } = useWords();
  const { violations } = readFragment(ViolationFields, checks);
  if (violations.length === 0) return <p class="notice good">{report.checksPassed}</p>;
  return (
    <>
      <p>{report.violations(violations.length)}</p>
      <ul class="violations">
        {violations.map(({ code, severity, message, paths, decision }) => (
          <li key={`${code} ${paths.join(' ')}`} class={severity.toLowerCase()}>
            <strong>{severities[severity]}</strong> {message}
            {decision?.verdict === 'DISMISSED' ? (
              <em>
                {review.dismissed}
                {decision.reason}
              </em>
            ) : null}
          </li>
        ))}
      </ul>
    </>
  );
}
