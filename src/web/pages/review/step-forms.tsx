import { useState } from 'preact/hooks';
import { useWords } from '../../words/locale.tsx';
import { PublishReport, ReviewReport, SubmitReport, WithdrawReport } from './review-documents.ts';
import type { useSteps } from './use-steps.ts';

/** The report that a step is taken with, as it was seen. */
export interface StepTarget {
  readonly id: string;
  readonly expectedRevision: number;
}

interface FormProps {
  readonly target: StepTarget;
  readonly steps: ReturnType<typeof useSteps>;
}

function Check({
  label,
  checked,
  onChange,
}: {
  readonly label: string;
  readonly checked: boolean;
  readonly onChange: (checked: boolean) => void;
}) {
  return (
    <label class="inline">
      <input type="checkbox" checked={checked} onChange={(event) => onChange(event.currentTarget.checked)} />
      {label}
    </label>
  );
}

function Note({
  label,
  value,
  onChange,
}: {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
}) {
  return (
    <label class="wide">
      {label}
      <textarea rows={2} value={value} onInput={(event) => onChange(event.currentTarget.value)} />
    </label>
  );
}

/** Hands the report to its reviewers. */
export function SubmitForm({ target, steps }: FormProps) {
  const { review } = useWords();
  return (
    <p>
      <button type="button" disabled={steps.busy} onClick={() => void steps.take(SubmitReport, target)}>
        {review.submit}
      </button>
    </p>
  );
}

/** Passes the stage that is due, or sends the report back. */
export function DecisionForm({ target, steps, stage }: FormProps & { readonly stage: number }) {
  const { review } = useWords();
  const [note, setNote] = useState('');
  const [proofread, setProofread] = useState(false);
  const [secrecyChecked, setSecrecyChecked] = useState(false);
  const decide = (decision: 'APPROVE' | 'REJECT') => {
    const said = note.trim() === '' ? null : note;
    void steps.take(ReviewReport, { ...target, stage, decision, proofread, secrecyChecked, note: said });
  };
  return (
    <form class="panel" onSubmit={(event) => event.preventDefault()}>
      <h2>{review.stage(stage)}</h2>
      <p>
        <Check label={review.proofread} checked={proofread} onChange={setProofread} />{' '}
        <Check label={review.secrecy} checked={secrecyChecked} onChange={setSecrecyChecked} />
      </p>
      <Note label={review.note} value={note} onChange={setNote} />
      <p class="row">
        <button type="button" name="approve" disabled={steps.busy} onClick={() => decide('APPROVE')}>
          {review.approve}
        </button>
        <button type="button" name="reject" disabled={steps.busy} onClick={() => decide('REJECT')}>
          {review.reject}
        </button>
      </p>
    </form>
  );
}

/** Shows the report to readers; again, with what was corrected. */
export function PublishForm({ target, steps, again }: FormProps & { readonly again: boolean }) {
  const { review } = useWords();
  const [note, setNote] = useState('');
  const [personalDataSeen, setSeen] = useState(false);
  return (
    <form class="panel" onSubmit={(event) => event.preventDefault()}>
      <h2>{again ? review.publishAgain : review.publish}</h2>
      {again ? <Note label={review.correctionNote} value={note} onChange={setNote} /> : null}
      <p>
        <Check label={review.personalSeen} checked={personalDataSeen} onChange={setSeen} />
      </p>
      <p>
        <button
          type="button"
          name="publish"
          disabled={steps.busy}
          onClick={() => void steps.take(PublishReport, { ...target, personalDataSeen, note: note.trim() || null })}
        >
          {again ? review.publishAgain : review.publish}
        </button>
      </p>
    </form>
  );
}

/** Takes the report from readers, with the reason that they see. */
export function WithdrawForm({ target, steps }: FormProps) {
  const { review } = useWords();
  const [note, setNote] = useState('');
  return (
    <details class="panel">
      <summary>{review.withdraw}</summary>
      <Note label={review.withdrawReason} value={note} onChange={setNote} />
      <p>
        <button
          type="button"
          name="withdraw"
          disabled={steps.busy}
          onClick={() => void steps.take(WithdrawReport, { ...target, note: note.trim() || null })}
        >
          {review.withdraw}
        </button>
      </p>
    </details>
  );
}
