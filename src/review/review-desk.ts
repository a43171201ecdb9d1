import { randomUUID } from 'node:crypto';
import { NianbaoError } from '#errors/nianbao-error.ts';
import { blockingViolations } from '#findings/blocking-violations.ts';
import { decisionsAfter, type DecisionOnFinding } from '#findings/decide-finding.ts';
import { createReport, rechecked } from '#reports/create-report.ts';
import type { Actor } from '#reports/change.ts';
import type { Report } from '#reports/report.ts';
import type { Organization } from '#store/organization-store.ts';
import type { Store } from '#store/store.ts';
import { decide, type Reviewer, type Verdict } from './decide.ts';
import { editReport, type Edit } from './edit.ts';
import { newContent, type NewReportInput } from './new-content.ts';
import { nextState } from './next-state.ts';
import { noteIssues } from './notes.ts';
import { publishReport, withdrawReport } from './publish.ts';
import { refuseAny } from './refusals.ts';
import { policyFor } from './review-policies.ts';

/** The state of a report that a step was decided on. */
export interface Target {
  readonly id: string;
  readonly expectedRevision: number;
}

/**
 * The steps of a report's way to readers. Each stores one revision or nothing, and answers with the report as it is
 * then. CONFLICT when the report is at another revision than expected, NOT_FOUND, INPUT_INVALID with all that stands
 * in the way. Whether the actor may is for the caller to see.
 */
export interface ReviewDesk {
  create(organization: Organization, input: NewReportInput, actor: Actor | null): Promise<Report>;
  edit(target: Target, edit: Edit, actor: Actor | null): Promise<Report>;
  submit(target: Target, note: string | undefined, actor: Actor | null): Promise<Report>;
  review(target: Target, verdict: Verdict, reviewer: Omit<Reviewer, 'now'>): Promise<Report>;
  publish(target: Target, given: Consent, actor: Actor | null): Promise<Report>;
  withdraw(target: Target, note: string | undefined, actor: Actor | null): Promise<Report>;
  /** What was decided of a finding is a part of what is reviewed: passes count no more. */
  decideFinding(target: Target, decision: DecisionOnFinding, actor: Actor | null): Promise<Report>;
}

/** What whoever publishes says. */
export interface Consent {
  readonly note: string | undefined;
  /** The personal data in the texts was looked at. */
  readonly personalDataSeen: boolean;
}

/** The desk of a store; `clock` tells the time of each step. */
export function createReviewDesk(store: Store, clock: () => Date = () => new Date()): ReviewDesk {
  async function load({ id, expectedRevision }: Target): Promise<Report> {
    const report = (await store.reports.seenBy('everything').find(id, 'all')) as Report | null;
    if (!report) throw new NianbaoError('NOT_FOUND', { id });
    const { revision: currentRevision } = report;
    if (currentRevision !== expectedRevision) throw new NianbaoError('CONFLICT', { currentRevision });
    return report;
  }

  async function step(target: Target, make: (report: Report) => Report | Promise<Report>): Promise<Report> {
    const report = await load(target);
    const next = await make(report);
    if (next !== report) await store.reports.replace(next, target.expectedRevision);
    return next;
  }

  /** What readers see, or saw before it was withdrawn. */
  async function published({ id, publishedRevision }: Report): Promise<Report | null> {
    const state = publishedRevision === null ? null : await store.reports.findRevision(id, publishedRevision);
    if (!state?.withdrawn) return state?.status === 'PUBLISHED' ? state : null;
    return store.reports.findRevision(id, state.withdrawn.revision);
  }

  return {
    create: async ({ id: organizationId, name, lineage }, input, actor) => {
      const organization = { id: organizationId, name, lineage };
      const change = { action: 'CREATE', actor, note: null } as const;
      const given = { id: randomUUID(), organization, status: 'DRAFT', now: clock(), origin: 'FILED', change } as const;
      const report = createReport(newContent(name, input), given);
      await store.reports.create(report);
      return report;
    },
    edit: (target, edit, actor) => step(target, (report) => editReport(report, edit, { actor, now: clock() })),
    submit: (target, note, actor) =>
      step(target, (report) => {
        refuseAny(noteIssues(note));
        const occasion = { actor, now: clock() };
        return nextState(report, 'SUBMIT', occasion, { action: 'SUBMIT', note: note?.trim() || null });
      }),
    review: (target, verdict, reviewer) =>
      step(target, async (report) => {
        const policy = await policyFor(store, report.organization.lineage);
        return decide(report, policy, verdict, { ...reviewer, now: clock() });
      }),
    publish: (target, given, actor) =>
      step(target, async (report) => {
        const [policy, blocking, shown] = await Promise.all([
          policyFor(store, report.organization.lineage),
          blockingViolations(store, report),
          published(report),
        ]);
        return publishReport(report, { policy, blocking, published: shown }, { ...given, actor, now: clock() });
      }),
    withdraw: (target, note, actor) =>
      step(target, async (report) =>
        withdrawReport(report, { note, published: await published(report), actor, now: clock() }),
      ),
    decideFinding: (target, decision, actor) =>
      step(target, async (report) => {
        const occasion = { actor, now: clock() };
        const decisions = await decisionsAfter(store, report, { ...decision, ...occasion });
        const change = { action: 'EDIT', note: decision.reason.trim() || null } as const;
        return rechecked({ ...nextState(report, 'EDIT', occasion, change), decisions });
      }),
  };
}
