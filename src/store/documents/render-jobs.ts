import type { RenderJob, RenderJobStore, RenderOrder } from '../render-job-store.ts';
import { localClock, type Clock } from './clock.ts';
import type { Collection } from './collection.ts';
import type { Condition, Sort } from './condition.ts';
import { expire } from './expire.ts';
import type { JobFeed } from './job-feed.ts';
import { createMutex } from './mutex.ts';
import {
  endingsIndex,
  newJobDocument,
  recordedJobDocument,
  toRenderJob,
  type RenderJobDocument,
} from './render-job-document.ts';
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
} from './render-job-query.ts';
import { queueFull } from './store-errors.ts';

/** How many organizations a claim tries, and how often a claim or an order tries again after losing to a rival. */
const attempts = 8;

/**
 * A queue in a collection. Claims are atomic. Within this process orders and claims go one by one; several processes
 * that order at the same moment may together exceed the queue's limit by as many.
 */
export function createRenderJobs(
  collection: Collection<RenderJobDocument>,
  feed: JobFeed,
  clock: Clock = localClock,
): RenderJobStore {
  const oneByOne = createMutex();

  async function read(condition: Condition): Promise<RenderJobDocument | undefined> {
    return (await collection.find(condition, { limit: 1 }))[0];
  }

  async function find(id: string): Promise<RenderJob | null> {
    const document = await read({ _id: id });
    return document ? toRenderJob(document) : null;
  }

  async function change(condition: Condition, update: Condition, sort?: Sort): Promise<RenderJob | null> {
    const document = await collection.change(condition, update, sort);
    if (document) feed.announce(document);
    return document && toRenderJob(document);
  }

  async function enqueue(order: RenderOrder, limit: number): Promise<RenderJob> {
    for (let attempt = 0; attempt < attempts; attempt += 1) {
      const same = await read({ openKey: order.key });
      if (same) return toRenderJob(same);
      if ((await collection.count({ status: 'QUEUED' })) >= limit) throw queueFull();
      const document = newJobDocument(order, clock());
      if (await collection.insert(document)) return toRenderJob(document);
    }
    throw new Error(`The render job ${order.id} exists already, or its key changes hands all the time.`);
  }

  async function record(order: RenderOrder, rendering: NonNullable<RenderJob['rendering']>): Promise<RenderJob> {
    const document = recordedJobDocument(order, rendering, clock());
    if (!(await collection.insert(document))) throw new Error(`The render job ${order.id} exists already.`);
    return toRenderJob(document);
  }

  async function claim(worker: string, lease: number): Promise<RenderJob | null> {
    for (let attempt = 0; attempt < attempts; attempt += 1) {
      const now = clock();
      const next = await collection.aggregate<Turn>(open, turns(now, attempts));
      if (next.length === 0) return null;
      const taken = await claimFirst(next, worker, now, lease);
      if (taken) return taken;
    }
    return null;
  }

  async function claimFirst(next: readonly Turn[], worker: string, now: Date, lease: number) {
    const leased = claimChange(worker, new Date(now.getTime() + lease));
    for (const { organization } of next) {
      const taken = await change(claimable(organization, now), leased, oldestFirst);
      if (taken) return taken;
    }
    return null;
  }

  return {
    enqueue: (order, limit) => oneByOne(() => enqueue(order, limit)),
    record,
    find,
    claim: (worker, lease) => oneByOne(() => claim(worker, lease)),
    renew: async (id, worker, lease, progress) => {
      const renewal = renewChange(new Date(clock().getTime() + lease), progress);
      return (await change(heldBy(id, worker), renewal)) !== null;
    },
    settle: async (id, worker, outcome) => (await change(heldBy(id, worker), settleChange(outcome, clock()))) !== null,
    cancel: async (id) => (await change({ _id: id, ...open }, cancelChange(clock()))) ?? find(id),
    expire: (before) => expire(collection, { path: 'finishedAt', before, index: endingsIndex }),
    watch: (id, signal) => feed.watch(id, signal, () => read({ _id: id })),
  };
}
