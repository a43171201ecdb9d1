import { useState } from 'preact/hooks';
import { useClient } from '@urql/preact';
import type { CombinedError, OperationResult, TypedDocumentNode } from '@urql/core';
import { readFragment, type FragmentType } from '../../generated/index.ts';
import { useWords } from '../../words/locale.tsx';
import { StepAnswer } from './review-documents.ts';

/** What the last step came to. */
export interface Said {
  readonly good: boolean;
  readonly lines: readonly string[];
}

interface StepData {
  readonly step: FragmentType<typeof StepAnswer>;
}

function wordsOf(error: CombinedError | undefined): string[] {
  return error ? [error.graphQLErrors[0]?.message ?? error.message] : [];
}

/** What an answer says, as the gateway says it: each thing that stands in the way. */
function refusalOf({ data, error }: OperationResult<StepData>): readonly string[] {
  if (!data) return wordsOf(error);
  const answer = readFragment(StepAnswer, data.step);
  if (answer.__typename === 'ReportSuccess') return [];
  if (answer.__typename === 'InvalidInputError') return answer.issues.map(({ message }) => message);
  return [answer.message];
}

/** Takes steps with a report; `after` is called when one is done or refused. */
export function useSteps(after: () => void): {
  readonly said: Said | undefined;
  readonly busy: boolean;
  readonly take: <Input>(step: TypedDocumentNode<StepData, { input: Input }>, input: Input) => Promise<void>;
  readonly tell: (said: Said) => void;
} {
  const { review } = useWords();
  const client = useClient();
  const [said, setSaid] = useState<Said>();
  const [busy, setBusy] = useState(false);
  const tell = (next: Said) => {
    setSaid(next);
    setBusy(false);
    after();
  };
  return {
    said,
    busy,
    tell,
    take: async (step, input) => {
      setBusy(true);
      const lines = refusalOf(await client.mutation(step, { input }).toPromise());
      tell(lines.length === 0 ? { good: true, lines: [review.done] } : { good: false, lines });
    },
  };
}
