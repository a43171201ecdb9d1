import { useEffect, useState } from 'preact/hooks';
import { useClient } from '@urql/preact';
import type { Client } from '@urql/core';
import { readFragment } from '../generated/index.ts';
import type { JobProgressFragment } from '../generated/graphql.ts';
import { AskJob, CancelJob, JobProgress, StartRendering, WatchJob } from './render-documents.ts';

/** How a job stands; what it says when it could not begin; whether the gateway is out of reach. */
export interface JobState {
  readonly job: JobProgressFragment | undefined;
  readonly refusal: string | undefined;
  readonly lost: boolean;
}

/** What is asked for. */
export interface Order {
  readonly report: string;
  readonly renderer: string;
  readonly options: Readonly<Record<string, unknown>>;
}

const idle: JobState = { job: undefined, refusal: undefined, lost: false };

/** Milliseconds until a broken connection is tried again. */
const PAUSE = 1500;

/** Milliseconds after which it is asked how a job stands, should a stream have ended without a word. */
const LOOK_AGAIN = 5000;

function isOver({ status }: JobProgressFragment): boolean {
  return status === 'SUCCEEDED' || status === 'FAILED' || status === 'CANCELLED';
}

/** Asks how the job stands; undefined while the gateway does not answer. */
async function askJob(client: Client, id: string): Promise<JobProgressFragment | undefined> {
  const { data } = await client.query(AskJob, { id }).toPromise();
  return data?.renderJob ? readFragment(JobProgress, data.renderJob) : undefined;
}

/** Tells every state of a job until it is over; a connection that breaks is taken up again. Returns how to stop. */
function follow(client: Client, id: string, tell: (job: JobProgressFragment | undefined) => void): () => void {
  let stopped = false;
  let watching: { readonly unsubscribe: () => void } | undefined;
  const watch = () => {
    watching = client.subscription(WatchJob, { id }).subscribe(({ data, error }) => {
      if (data) tell(readFragment(JobProgress, data.renderJob));
      if (error) void resume();
    });
  };
  const resume = async () => {
    watching?.unsubscribe();
    if (stopped) return;
    const job = await askJob(client, id);
    if (stopped) return;
    tell(job);
    if (job && isOver(job)) return;
    setTimeout(() => (job ? watch() : void resume()), PAUSE);
  };
  watch();
  const timer = setInterval(() => {
    void askJob(client, id).then((job) => (stopped ? undefined : tell(job)));
  }, LOOK_AGAIN);
  return () => {
    stopped = true;
    clearInterval(timer);
    watching?.unsubscribe();
  };
}

/** Starts jobs and follows the latest. */
export function useRenderJob(): {
  readonly state: JobState;
  readonly start: (order: Order) => void;
  readonly cancel: () => void;
} {
  const client = useClient();
  const [state, setState] = useState<JobState>(idle);
  const id = state.job?.id;
  const over = state.job === undefined || isOver(state.job);

  useEffect(() => {
    if (id === undefined || over) return;
    return follow(client, id, (job) =>
      setState((before) => ({ ...before, job: job ?? before.job, lost: job === undefined })),
    );
  }, [client, id, over]);

  const start = (order: Order) => {
    setState(idle);
    void client
      .mutation(StartRendering, order)
      .toPromise()
      .then(({ data, error }) => {
        const result = data?.renderReport;
        if (result?.__typename === 'RenderReportSuccess')
          return setState({ ...idle, job: readFragment(JobProgress, result.job) });
        const issues = result?.__typename === 'InvalidInputError' ? result.issues.map(({ message }) => message) : [];
        return setState({ ...idle, refusal: [result?.message ?? error?.message ?? '', ...issues].join(' ') });
      });
  };
  const cancel = () => {
    if (id !== undefined) void client.mutation(CancelJob, { id }).toPromise();
  };
  return { state, start, cancel };
}
