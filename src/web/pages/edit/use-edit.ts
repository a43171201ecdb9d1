import { useEffect, useRef, useState } from 'preact/hooks';
import { useClient } from '@urql/preact';
import type { Client } from '@urql/core';
import type { EditPageQuery, SaveReportMutation } from '../../generated/graphql.ts';
import { EditPageDocument, SaveReport } from './edit-documents.ts';
import { useWords } from '../../words/locale.tsx';
import { keepDraft, readDraft } from './kept-draft.ts';
import { changesOf, entriesOf, isValid, unsaved, type Entries } from './entries.ts';

type Report = NonNullable<EditPageQuery['report']>;

/** What the checks find, and the totals that they offer. */
export type Checks = Report['checks'];

/** An entry that two people changed. */
export interface Clash {
  readonly key: string;
  readonly theirs: string;
}

/** How the editing stands. */
export interface EditState {
  readonly values: Entries;
  readonly saved: Entries;
  readonly revision: number;
  readonly checks: Checks;
  readonly saving: boolean;
  /** Why the last attempt was not saved. */
  readonly refusal: string | undefined;
  /** The gateway could not be reached: it is tried again by itself. */
  readonly lost: boolean;
  readonly clashes: readonly Clash[];
}

/** Milliseconds without a key after which changes are saved. */
const PAUSE = 800;

/** Milliseconds until the gateway is tried again that could not be reached. */
const LOST_PAUSE = 3000;

function begin(report: Report): EditState {
  const saved = entriesOf(report);
  const { revision, checks } = report;
  return { values: saved, saved, revision, checks, saving: false, refusal: undefined, lost: false, clashes: [] };
}

/** Takes up what this tab could not save, as if somebody else had saved meanwhile: perhaps they did. */
function resume(report: Report): EditState {
  const kept = readDraft(report.id);
  if (!kept) return begin(report);
  return merge({ ...begin(report), saved: kept.saved, values: { ...kept.saved, ...kept.values } }, report);
}

/** Somebody else saved meanwhile: what only they changed is taken over, what both did is to be settled. */
function merge(state: EditState, theirs: Report): EditState {
  const now = entriesOf(theirs);
  const mine = unsaved(state.values, state.saved);
  const clashes = mine
    .filter((key) => now[key] !== state.saved[key] && now[key] !== state.values[key])
    .map((key) => ({ key, theirs: now[key] ?? '' }));
  const kept = Object.fromEntries(mine.map((key) => [key, state.values[key] ?? '']));
  return { ...begin(theirs), values: { ...now, ...kept }, clashes };
}

type Answer = SaveReportMutation['updateReport'];

async function send(client: Client, id: string, state: EditState, keys: readonly string[]) {
  const input = { id, expectedRevision: state.revision, ...changesOf(keys, state.values) };
  const { data, error } = await client.mutation(SaveReport, { input }).toPromise();
  return {
    answer: data?.updateReport,
    error: error?.graphQLErrors[0]?.message,
    lost: error?.networkError !== undefined,
  };
}

function sayRefusal(answer: Exclude<Answer, { __typename: 'ReportSuccess' }>): string {
  if (answer.__typename !== 'InvalidInputError') return answer.message;
  return answer.issues.map(({ message }) => message).join(' ') || answer.message;
}

/** Edits a report: changes are saved by themselves, and whatever can not be saved stays. */
export function useEdit(report: Report): {
  readonly state: EditState;
  readonly change: (entries: Entries) => void;
  readonly settle: (chosen: Entries) => void;
} {
  const client = useClient();
  const { unreachable } = useWords();
  const [state, setState] = useState(() => resume(report));
  const latest = useRef(state);
  latest.current = state;
  const pending = unsaved(state.values, state.saved).filter((key) => isValid(key, state.values[key] ?? ''));
  const due = pending.length > 0 && !state.saving && state.clashes.length === 0;

  const save = async () => {
    const before = latest.current;
    const keys = unsaved(before.values, before.saved).filter((key) => isValid(key, before.values[key] ?? ''));
    setState((now) => ({ ...now, saving: true, refusal: undefined, lost: false }));
    const { answer, error, lost } = await send(client, report.id, before, keys);
    if (answer?.__typename === 'ReportSuccess') {
      const { revision, checks } = answer.report;
      const sent = Object.fromEntries(keys.map((key) => [key, before.values[key] ?? '']));
      setState((now) => ({ ...now, saving: false, revision, checks, saved: { ...now.saved, ...sent } }));
    } else if (answer?.__typename === 'ConflictError') {
      const { data } = await client.query(EditPageDocument, { id: report.id }).toPromise();
      setState((now) => (data?.report ? merge(now, data.report) : { ...now, saving: false, refusal: answer.message }));
    } else {
      const refusal = answer ? sayRefusal(answer) : (error ?? unreachable);
      setState((now) => ({ ...now, saving: false, refusal, lost }));
    }
  };

  useEffect(() => {
    // What was refused is sent again when something changes.
    if (!due || (state.refusal !== undefined && !state.lost)) return;
    const timer = setTimeout(() => void save(), state.lost ? LOST_PAUSE : PAUSE);
    return () => clearTimeout(timer);
  }, [state.values, due, state.refusal]);

  const isOpen = unsaved(state.values, state.saved).length > 0;
  useEffect(() => {
    const { values, saved } = state;
    const typed = Object.fromEntries(unsaved(values, saved).map((key) => [key, values[key] ?? '']));
    keepDraft(report.id, isOpen ? { saved, values: typed } : undefined);
  }, [state.values, state.saved]);

  useEffect(() => {
    if (!isOpen) return;
    const warn = (event: BeforeUnloadEvent) => event.preventDefault();
    addEventListener('beforeunload', warn);
    return () => removeEventListener('beforeunload', warn);
  }, [isOpen]);

  return {
    state,
    change: (entries) =>
      setState((now) => ({ ...now, refusal: undefined, lost: false, values: { ...now.values, ...entries } })),
    settle: (chosen) => setState((now) => ({ ...now, clashes: [], values: { ...now.values, ...chosen } })),
  };
}
