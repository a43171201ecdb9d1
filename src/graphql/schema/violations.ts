import { describeViolation } from '#reports/checks/check-report.ts';
import { verdicts, type Decision } from '#reports/checks/decision.ts';
import { severities, type FindingCell, type Violation } from '#reports/checks/violation.ts';
import { placeOfText, type SourcePlace } from '#reports/source-record.ts';
import { describeRollupFinding } from '#rollups/rules.ts';
import { builder } from '../builder.ts';

/** How much a finding matters. */
export const Severity = builder.enumType('Severity', {
  description: 'ERROR blocks publication, WARNING does not, INFO is worth a look.',
  values: severities,
});

/** What can be decided of a finding. */
export const FindingVerdict = builder.enumType('FindingVerdict', {
  description:
    'CONFIRMED: it is right and remains to be mended. DISMISSED: there is a reason why the report is right. ' +
    'ZERO: the cells without a figure mean zero.',
  values: verdicts,
});

function asFloat(value: string | number | null): number | null {
  return value === null ? null : Number(value);
}

const SourcePlaceRef = builder.objectRef<SourcePlace>('SourcePlace').implement({
  description: 'Where something stands in the document that the report was read from, as far as that is known.',
  fields: (t) => ({
    line: t.int({ nullable: true, resolve: ({ line }) => line ?? null }),
    page: t.int({ nullable: true, resolve: ({ page }) => page ?? null }),
    sheet: t.string({ nullable: true, resolve: ({ sheet }) => sheet ?? null }),
    cell: t.string({ nullable: true, resolve: ({ cell }) => cell ?? null }),
  }),
});

const ViolationCell = builder.objectRef<FindingCell>('ViolationCell').implement({
  description: 'A cell that a violation speaks of, as the report has it.',
  fields: (t) => ({
    path: t.exposeString('path'),
    value: t.float({ nullable: true, resolve: ({ figure }) => asFloat(figure) }),
    raw: t.string({
      nullable: true,
      description: 'What the source wrote, where that is not the plain figure.',
      resolve: ({ raw }) => raw ?? null,
    }),
    place: t.field({
      type: SourcePlaceRef,
      nullable: true,
      resolve: ({ place }) => (place === undefined ? null : placeOfText(place)),
    }),
  }),
});

const FindingDecisionRef = builder.objectRef<Decision>('FindingDecision').implement({
  description: 'What somebody decided of a finding. It holds as long as what the finding speaks of is the same.',
  fields: (t) => ({
    verdict: t.field({ type: FindingVerdict, resolve: ({ verdict }) => verdict }),
    reason: t.exposeString('reason'),
    actor: t.string({ nullable: true, resolve: ({ actor }) => actor?.name ?? null }),
    at: t.expose('at', { type: 'DateTime' }),
  }),
});

/** A violation with what was decided of it. */
export interface DecidedViolation {
  readonly violation: Violation;
  readonly decision: Decision | undefined;
}

/** One broken rule. */
export const ViolationRef = builder.objectRef<DecidedViolation>('Violation').implement({
  description: 'One broken rule. code is stable, docs/checks.md lists them; paths are the cells at fault.',
  fields: (t) => ({
    code: t.string({ resolve: ({ violation }) => violation.code }),
    severity: t.field({ type: Severity, resolve: ({ violation }) => violation.severity }),
    message: t.string({
      resolve: ({ violation }, _, { locale }) =>
        describeRollupFinding(violation, locale) ?? describeViolation(violation, locale),
    }),
    paths: t.stringList({ resolve: ({ violation }) => [...violation.paths] }),
    expected: t.float({
      nullable: true,
      description: 'What the sum gives.',
      resolve: ({ violation }) => asFloat(violation.expected),
    }),
    actual: t.float({
      nullable: true,
      description: 'What the report says.',
      resolve: ({ violation }) => asFloat(violation.actual),
    }),
    expectedExact: t.string({
      nullable: true,
      description: 'All digits of expected.',
      resolve: ({ violation }) => violation.expected,
    }),
    actualExact: t.string({
      nullable: true,
      description: 'What the report says, as it stands there.',
      resolve: ({ violation }) => violation.actual,
    }),
    key: t.string({
      nullable: true,
      description: 'Names the finding as long as what it speaks of is the same; decideFinding takes it.',
      resolve: ({ violation }) => violation.key ?? null,
    }),
    formula: t.string({
      nullable: true,
      description: 'How the sum goes, in the labels of the form.',
      resolve: ({ violation }) => violation.formula ?? null,
    }),
    quote: t.string({
      nullable: true,
      description: 'The sentence of the narrative that it speaks of.',
      resolve: ({ violation }) => violation.quote ?? null,
    }),
    cells: t.field({ type: [ViolationCell], resolve: ({ violation }) => [...(violation.cells ?? [])] }),
    decision: t.field({
      type: FindingDecisionRef,
      nullable: true,
      description: 'Null while nobody decided; a dismissed ERROR does not block publication.',
      resolve: ({ decision }) => decision ?? null,
    }),
  }),
});
