import type { JobOutcome } from '../render-job-store.ts';
import type { Condition, Sort } from './condition.ts';

/** A change in MongoDB's update language, of the operators that NeDB has too. */
export type Change = Readonly<Record<'$set' | '$unset' | '$inc', Readonly<Record<string, unknown>>>>;

const released = { openKey: true, worker: true, dueAt: true };

/** Jobs that have not ended. */
export const open: Condition = { status: { $in: ['QUEUED', 'RUNNING'] } };

/** The order in which an organization's jobs are taken. */
export const oldestFirst: Sort = { createdAt: 1, _id: 1 };

/** The jobs of an organization that may be taken. */
export function claimable(organization: string, now: Date): Condition {
  return { ...open, organization, dueAt: { $lte: now } };
}

/** The job while it is that worker's. */
export function heldBy(id: string, worker: string): Condition {
  return { _id: id, status: 'RUNNING', worker };
}

/** An organization with jobs that may be taken. */
export interface Turn {
  readonly organization: string;
}

/** Makes of the open jobs the organizations' turns: fewest running jobs, then oldest job that may be taken. */
export function turns(now: Date, limit: number): Record<string, unknown>[] {
  const runs = { $and: [{ $eq: ['$status', 'RUNNING'] }, { $gt: ['$dueAt', now] }] };
  const waits = { $lte: ['$dueAt', now] };
  return [
    {
      $group: {
        _id: '$organization',
        running: { $sum: { $cond: [runs, 1, 0] } },
        oldest: { $min: { $cond: [waits, '$createdAt', null] } },
      },
    },
    { $match: { oldest: { $ne: null } } },
    { $sort: { running: 1, oldest: 1, _id: 1 } },
    { $limit: limit },
    { $project: { _id: 0, organization: '$_id' } },
  ];
}

/** Gives the job to a worker until the lease ends. */
export function claimChange(worker: string, leaseEnd: Date): Change {
  const $set = { status: 'RUNNING', worker, dueAt: leaseEnd, progress: 0, error: null };
  return { $set, $unset: {}, $inc: { attempts: 1, version: 1 } };
}

/** Renews the lease and notes the progress. */
export function renewChange(leaseEnd: Date, progress: number): Change {
  return { $set: { dueAt: leaseEnd, progress }, $unset: {}, $inc: { version: 1 } };
}

/** Cancels the job. */
export function cancelChange(now: Date): Change {
  return { $set: { status: 'CANCELLED', finishedAt: now }, $unset: released, $inc: { version: 1 } };
}

/** Ends the attempt. */
export function settleChange(outcome: JobOutcome, now: Date): Change {
  const $inc = { version: 1 };
  const { status } = outcome;
  if (status === 'SUCCEEDED') {
    const $set = { status, rendering: outcome.rendering, progress: 1, error: null, finishedAt: now };
    return { $set, $unset: released, $inc };
  }
  const error = JSON.stringify(outcome.error);
  if (status === 'FAILED') return { $set: { status, error, finishedAt: now }, $unset: released, $inc };
  const dueAt = new Date(now.getTime() + outcome.retryAfter);
  return { $set: { status, error, dueAt, progress: 0 }, $unset: { worker: true }, $inc };
}
