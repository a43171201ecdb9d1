import { useEffect, useState } from 'preact/hooks';
import { useClient } from '@urql/preact';
import { readFragment } from '../../generated/index.ts';
import type { BatchProgressFragment, OnExistingReport } from '../../generated/graphql.ts';
import { AskBatch, BatchProgress, ImportFiles } from './import-documents.ts';

/** Milliseconds between two looks at a batch under way. */
const PAUSE = 700;

/** What became of the documents that were sent. */
export interface ImportState {
  readonly batch: BatchProgressFragment | undefined;
  readonly refusal: string | undefined;
  readonly sending: boolean;
}

const idle: ImportState = { batch: undefined, refusal: undefined, sending: false };

/** Sends documents, and follows what becomes of them. */
export function useImport(): {
  readonly state: ImportState;
  readonly send: (files: readonly File[], onExisting: OnExistingReport) => Promise<void>;
} {
  const client = useClient();
  const [state, setState] = useState(idle);
  const id = state.batch?.id;
  const isRunning = state.batch?.status === 'RUNNING';

  useEffect(() => {
    if (id === undefined || !isRunning) return;
    const look = async () => {
      const { data } = await client.query(AskBatch, { id }).toPromise();
      // While the gateway is away nothing is known; the batch goes on without us.
      if (data?.importBatch) setState({ ...idle, batch: readFragment(BatchProgress, data.importBatch) });
    };
    const timer = setInterval(() => void look(), PAUSE);
    return () => clearInterval(timer);
  }, [client, id, isRunning]);

  const send = async (files: readonly File[], onExisting: OnExistingReport) => {
    setState({ ...idle, sending: true });
    const { data, error } = await client.mutation(ImportFiles, { files: [...files], onExisting }).toPromise();
    const result = data?.importReports;
    if (result?.__typename === 'ImportReportsSuccess')
      return setState({ ...idle, batch: readFragment(BatchProgress, result.batch) });
    return setState({ ...idle, refusal: result?.message ?? error?.graphQLErrors[0]?.message ?? error?.message ?? '' });
  };
  return { state, send };
}
