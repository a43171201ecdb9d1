import { phrase } from '#errors/locale.ts';
import { formOf } from '#forms/index.ts';
import { describeViolation, judgeRules } from '#reports/checks/check-report.ts';
import { ruleOf } from '#reports/checks/rules.ts';
import { ruleStatuses, type RuleOutcome } from '#reports/checks/run-rule.ts';
import type { CheckedReport } from '#reports/checks/subject.ts';
import { severities, type FindingCell, type Violation } from '#reports/checks/violation.ts';
import { placeOfText, type SourcePlace } from '#reports/source-record.ts';
import { describeRollupFinding } from '#rollups/rules.ts';
import { builder, stored } from '../builder.ts';
import { read } from '../selection.ts';

const Severity = builder.enumType('Severity', {
  description: 'ERROR blocks publication, WARNING does not, INFO is worth a look.',
  values: severities,
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
    raw: t.string({ nullable: true, resolve: ({ raw }) => raw ?? null }),
    place: t.field({
      type: SourcePlaceRef,
      nullable: true,
      resolve: ({ place }) => (place === undefined ? null : placeOfText(place)),
    }),
  }),
});

const ViolationRef = builder.objectRef<Violation>('Violation').implement({
  description: 'One broken rule. code is stable, docs/checks.md lists them; paths are the cells at fault.',
  fields: (t) => ({
    code: t.exposeString('code'),
    severity: t.expose('severity', { type: Severity }),
    message: t.string({
      resolve: (violation, _, { locale }) =>
        describeRollupFinding(violation, locale) ?? describeViolation(violation, locale),
    }),
    paths: t.stringList({ resolve: ({ paths }) => [...paths] }),
    expected: t.float({
      nullable: true,
      description: 'What the sum gives.',
      resolve: ({ expected }) => asFloat(expected),
    }),
    actual: t.float({ nullable: true, description: 'What the report says.', resolve: ({ actual }) => asFloat(actual) }),
    formula: t.string({
      nullable: true,
      description: 'How the sum goes, in the labels of the form.',
      resolve: ({ formula }) => formula ?? null,
    }),
    quote: t.string({
      nullable: true,
      description: 'The sentence of the narrative that it speaks of.',
      resolve: ({ quote }) => quote ?? null,
    }),
    cells: t.field({ type: [ViolationCell], resolve: ({ cells }) => [...(cells ?? [])] }),
  }),
});

const RuleStatus = builder.enumType('RuleStatus', {
  description: 'PASSED: all of it was judged and holds. NOT_ASSESSABLE: reason says what is in the way.',
  values: ruleStatuses,
});

const RuleOutcomeRef = builder.objectRef<RuleOutcome>('RuleOutcome').implement({
  description: 'How a rule stands, whether it found something or not.',
  fields: (t) => ({
    code: t.exposeString('code'),
    severity: t.field({ type: Severity, resolve: ({ code }) => ruleOf(code)?.severity ?? 'ERROR' }),
    status: t.expose('status', { type: RuleStatus }),
    reason: t.string({
      nullable: true,
      resolve: ({ reason }, _, { locale }) => reason && phrase(reason.reason, reason.parameters ?? {}, locale),
    }),
    formula: t.string({ nullable: true, resolve: ({ code }) => ruleOf(code)?.formula ?? null }),
  }),
});

/** Outcomes of checks; of a stored report, those that were read. `report` is what all rules can be applied to. */
export interface Checks {
  readonly passed?: boolean | undefined;
  readonly violations?: readonly Violation[] | undefined;
  readonly report?: CheckedReport | undefined;
}

/** The outcome of the checks. */
export const CheckResult = builder.objectRef<Checks>('CheckResult').implement({
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
    rules: t.field({
      type: [RuleOutcomeRef],
      description: 'Every rule and how it stands.',
      ...stored('all'),
      resolve: ({ report }) => (report ? judgeRules(formOf(report), report) : []),
    }),
  }),
});
