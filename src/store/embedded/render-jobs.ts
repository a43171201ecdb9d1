import { aggregate } from 'mingo';
import type { Condition } from '../documents/condition.ts';
import {
  newJobDocument,
  recordedJobDocument,
  toRenderJob,
  type RenderJobDocument,
} from '../documents/render-job-document.ts';
import {
  cancelChange,
  claimable,
  claimChange,
  heldBy,
  oldestFirst,
  open,
  renewChange,
  settleChange,
  turns,
  type Turn,
} from '../documents/render-job-query.ts';
import { queueFull } from '../documents/store-errors.ts';
import type { RenderJob, RenderJobStore, RenderOrder } from '../render-job-store.ts';
import type { Collection } from './collection.ts';
import { createMutex } from './mutex.ts';
import { createJobFeed } from './job-feed.ts';

/** Indexes of the render jobs' data file. */
export const renderJobIndexes = [{ fieldName: 'openKey', unique: true, sparse: true }, { fieldName: 'status' }];

/** A queue for the workers of this process. Watching ends when `closing` aborts. */
export function createRenderJobs(collection: Collection<RenderJobDocument>, closing: AbortSignal): RenderJobStore {
  const oneByOne = createMutex();
  const feed = createJobFeed(closing);

  async function read(condition: Condition): Promise<RenderJobDocument | undefined> {
    return (await collection.find(condition, { sort: oldestFirst, limit: 1 }))[0];
  }

  async function change(condition: Condition, update: Condition): Promise<RenderJob | null> {
    const document = await collection.change(condition, update);
    if (document) feed.announce(document);
    return document && toRenderJob(document);
  }

  async function enqueue(order: RenderOrder, limit: number): Promise<RenderJob> {
    const same = await read({ openKey: order.key });
    if (same) return toRenderJob(same);
    if ((await collection.count({ status: 'QUEUED' })) >= limit) throw queueFull();
    return add(newJobDocument(order, new Date()));
  }

  async function add(document: RenderJobDocument): Promise<RenderJob> {
    if (await collection.insert(document)) return toRenderJob(document);
    throw new Error(`There is a render job of that id already.`);
  }

  async function claim(worker: string, lease: number): Promise<RenderJob | null> {
    const now = new Date();
    const [turn] = aggregate(await collection.find(open), turns(now, 1)) as unknown as Turn[];
    const next = turn && (await read(claimable(turn.organization, now)));
    if (!next) return null;
    const { _id } = next;
    return change({ _id }, claimChange(worker, new Date(now.getTime() + lease)));
  }

  async function cancel(id: string): Promise<RenderJob | null> {
    const cancelled = await change({ _id: id, ...open }, cancelChange(new Date()));
    return cancelled ?? find(id);
  }

  async function find(id: string): Promise<RenderJob | null> {
    const document = await read({ _id: id });
    return document ? toRenderJob(document) : null;
  }

  return {
    enqueue: (order, limit) => oneByOne(() => enqueue(order, limit)),
    record: (order, rendering) => add(recordedJobDocument(order, rendering, new Date())),
    find,
    claim: (worker, lease) => oneByOne(() => claim(worker, lease)),
    renew: async (id, worker, lease, progress) => {
      const renewal = renewChange(new Date(Date.now() + lease), progress);
      return (await change(heldBy(id, worker), renewal)) !== null;
    },
    settle: async (id, worker, outcome) =>
      (await change(heldBy(id, worker), settleChange(outcome, new Date()))) !== null,
    cancel,
    watch: (id, signal) => feed.watch(id, signal, () => read({ _id: id })),
  };
}
