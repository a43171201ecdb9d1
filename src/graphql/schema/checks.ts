import { describeViolation } from '#reports/checks/check-report.ts';
import { severities, type Violation } from '#reports/checks/violation.ts';
import { builder, stored } from '../builder.ts';
import { read } from '../selection.ts';

const Severity = builder.enumType('Severity', {
  description: 'ERROR blocks publication, WARNING does not.',
  values: severities,
});

function asFloat(value: string | null): number | null {
  return value === null ? null : Number(value);
}

const ViolationRef = builder.objectRef<Violation>('Violation').implement({
  description: 'One broken rule. code is stable, docs/checks.md lists them; paths are the cells at fault.',
  fields: (t) => ({
    code: t.exposeString('code'),
    severity: t.expose('severity', { type: Severity }),
    message: t.string({ resolve: (violation, _, { locale }) => describeViolation(violation, locale) }),
    paths: t.stringList({ resolve: ({ paths }) => [...paths] }),
    expected: t.float({
      nullable: true,
      description: 'What the sum gives.',
      resolve: ({ expected }) => asFloat(expected),
    }),
    actual: t.float({ nullable: true, description: 'What the report says.', resolve: ({ actual }) => asFloat(actual) }),
  }),
});

/** The outcome of the form's checks; stored ones may be there in part. */
export const CheckResult = builder
  .objectRef<{ readonly passed?: boolean | undefined; readonly violations?: readonly Violation[] | undefined }>(
    'CheckResult',
  )
  .implement({
    fields: (t) => ({
      passed: t.boolean({
        description: 'No violation of severity ERROR.',
        ...stored({ segment: 'passed' }),
        resolve: ({ passed }) => read(passed),
      }),
      violations: t.field({
        type: [ViolationRef],
        ...stored({ segment: 'violations' }),
        resolve: ({ violations }) => [...read(violations)],
      }),
    }),
  });
