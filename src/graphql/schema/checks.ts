import { phrase } from '#errors/locale.ts';
import { formOf } from '#forms/index.ts';
import { checkAgainstOthers, inOrder, judgeRules } from '#reports/checks/check-report.ts';
import { decisionOn, openErrors } from '#reports/checks/open-violations.ts';
import { ruleOf } from '#reports/checks/rules.ts';
import { ruleStatuses, type RuleOutcome } from '#reports/checks/run-rule.ts';
import type { CheckedReport, Others } from '#reports/checks/subject.ts';
import { totalOffers, type TotalOffer } from '#reports/checks/total-offers.ts';
import type { Violation } from '#reports/checks/violation.ts';
import type { Report } from '#reports/report.ts';
import { builder, stored } from '../builder.ts';
import type { Context } from '../context.ts';
import { read } from '../selection.ts';
import { Severity, ViolationRef } from './violations.ts';

const RuleStatus = builder.enumType('RuleStatus', {
  description: 'PASSED: all of it was judged and holds. NOT_ASSESSABLE: reason says what is in the way.',
  values: ruleStatuses,
});

const RuleOutcomeRef = builder.objectRef<RuleOutcome>('RuleOutcome').implement({
  description: 'How a rule stands, whether it found something or not.',
  fields: (t) => ({
    code: t.exposeString('code'),
    severity: t.field({
      type: Severity,
      description: 'The usual one; a violation may have another.',
      resolve: ({ code }) => ruleOf(code)?.severity ?? 'ERROR',
    }),
    status: t.expose('status', { type: RuleStatus }),
    reason: t.string({
      nullable: true,
      description: 'What could not be judged, and why.',
      resolve: ({ reason }, _, { locale }) => reason && phrase(reason.reason, reason.parameters ?? {}, locale),
    }),
    formula: t.string({ nullable: true, resolve: ({ code }) => ruleOf(code)?.formula ?? null }),
  }),
});

const TotalOfferRef = builder.objectRef<TotalOffer>('TotalOffer').implement({
  description: 'What the parts of a total make, beside what the report says. Nothing is ever written by itself.',
  fields: (t) => ({
    path: t.exposeString('path'),
    stated: t.float({ nullable: true, resolve: ({ stated }) => (stated === null ? null : Number(stated)) }),
    computed: t.float({ resolve: ({ computed }) => Number(computed) }),
  }),
});

/** Outcomes of checks; of a stored report, those that were read. `report` is what the rules can be applied to. */
export interface Checks {
  readonly passed?: boolean | undefined;
  readonly violations?: readonly Violation[] | undefined;
  readonly report?: (CheckedReport & Partial<Pick<Report, 'id'>>) | undefined;
}

/** What the rules look at that compare a report with others, and the sentence and the decisions of a finding. */
const comparedFields = [
  'checks.violations',
  'decisions',
  'figures',
  'form',
  'narratives.overview',
  'narratives.problems',
  'organization',
  'origin',
  'publishedAt',
  'raws',
  'source',
  'year',
] as const;

/** Nothing beside a report that is not stored. */
async function othersOf(report: CheckedReport, { loaders }: Context): Promise<Others> {
  const { organization } = report;
  if (typeof organization !== 'object' || !('id' in organization)) return {};
  const { lineage } = organization as Report['organization'];
  const [others, due] = await Promise.all([loaders.others.load(report as Report), loaders.dueDates.load(lineage)]);
  return { ...others, filing: { now: new Date(), due } };
}

async function violationsOf({ violations, report }: Checks, context: Context): Promise<readonly Violation[]> {
  const own = read(violations);
  if (!report) return own;
  const others = await othersOf(report, context);
  return inOrder([...own, ...checkAgainstOthers(formOf(report), whole(report), others)]);
}

/** What a report has nothing of is left out when a part of it is read. */
function whole<Part extends CheckedReport>(report: Part): Part {
  return { ...report, narratives: report.narratives ?? {}, figures: report.figures ?? {}, raws: report.raws ?? {} };
}

/** The outcome of the checks. */
export const CheckResult = builder.objectRef<Checks>('CheckResult').implement({
  fields: (t) => ({
    passed: t.boolean({
      description: 'No violation of severity ERROR in the report itself that was not dismissed; filters go by it.',
      ...stored({ segment: 'passed' }),
      resolve: ({ passed }) => read(passed),
    }),
    publishable: t.boolean({
      description: 'No such violation beside other reports either: what publication asks for.',
      ...stored({ reads: comparedFields }),
      resolve: async (checks, _, context) =>
        openErrors(await violationsOf(checks, context), checks.report ?? {}).length === 0,
    }),
    violations: t.field({
      type: [ViolationRef],
      description: 'What is wrong in the report itself, and beside the reports that are stored at this moment.',
      ...stored({ reads: comparedFields }),
      resolve: async (checks, _, context) =>
        (await violationsOf(checks, context)).map((violation) => ({
          violation,
          decision: decisionOn(violation, checks.report ?? {}),
        })),
    }),
    rules: t.field({
      type: [RuleOutcomeRef],
      description: 'Every rule and how it stands.',
      ...stored('all'),
      resolve: async ({ report }, _, context) =>
        report ? judgeRules(formOf(report), report, await othersOf(report, context)) : [],
    }),
    offers: t.field({
      type: [TotalOfferRef],
      description: 'The totals that are not what their parts make, each with what they make.',
      ...stored({ reads: ['decisions', 'figures', 'form', 'raws'] }),
      resolve: ({ report }) => (report ? totalOffers(formOf(report), whole(report)) : []),
    }),
  }),
});
