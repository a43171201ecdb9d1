import { graphql, readFragment, type FragmentType } from '../generated/index.ts';
import type { ViolationNotesFragment } from '../generated/graphql.ts';
import { useWords } from '../words/locale.tsx';

const ViolationFields = graphql(/* GraphQL */ `
  fragment ViolationNotes on CheckResult {
    violations {
      severity
      message
      paths
      decision {
        verdict
        reason
      }
    }
  }
`);

type Checks = FragmentType<typeof ViolationFields>;

/** What is wrong with cells, by their paths: the sentences of the open violations of severity error. */
export function faultsOf(checks: Checks): ReadonlyMap<string, string> {
  const { violations } = readFragment(ViolationFields, checks);
  const open = violations.filter(({ severity, decision }) => severity === 'ERROR' && decision?.verdict !== 'DISMISSED');
  const faults = new Map<string, string>();
  for (const { paths, message } of open)
    for (const path of paths) faults.set(path, [faults.get(path), message].filter(Boolean).join(' '));
  return faults;
}

type Violation = ViolationNotesFragment['violations'][number];

function ViolationList({ violations }: { readonly violations: readonly Violation[] }) {
  const { severity: severities, review } = useWords();
  if (violations.length === 0) return null;
  return (
    <ul class="violations">
      {violations.map(({ severity, message, paths, decision }) => (
        <li key={`${message} ${paths.join(' ')}`} class={severity.toLowerCase()}>
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
  );
}

/** What the checks found, each in a sentence, errors first and the rest at request; or that all agrees. */
export function ViolationNotes({ checks }: { readonly checks: Checks }) {
  const { report } = useWords();
  const { violations } = readFragment(ViolationFields, checks);
  if (violations.length === 0) return <p class="notice good">{report.checksPassed}</p>;
  const errors = violations.filter(({ severity }) => severity === 'ERROR');
  const rest = violations.filter(({ severity }) => severity !== 'ERROR');
  return (
    <>
      <p>{report.violations(errors.length)}</p>
      <ViolationList violations={errors} />
      {rest.length > 0 ? (
        <details>
          <summary>{report.hints(rest.length)}</summary>
          <ViolationList violations={rest} />
        </details>
      ) : null}
    </>
  );
}
