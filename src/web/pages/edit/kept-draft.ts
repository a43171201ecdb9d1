import type { Entries } from './entries.ts';

/** What was typed and could not be saved yet, with what it was typed over. */
export interface KeptDraft {
  readonly saved: Entries;
  readonly values: Entries;
}

function keyOf(report: string): string {
  return `nianbao.draft.${report}`;
}

/** What this tab kept of a report; undefined when there is nothing that could be read. */
export function readDraft(report: string): KeptDraft | undefined {
  const text = sessionStorage.getItem(keyOf(report));
  if (text === null) return undefined;
  try {
    return JSON.parse(text) as KeptDraft;
  } catch {
    return undefined;
  }
}

/** Keeps what is not saved for as long as the tab is there; undefined forgets it. */
export function keepDraft(report: string, draft: KeptDraft | undefined): void {
  if (draft) sessionStorage.setItem(keyOf(report), JSON.stringify(draft));
  else sessionStorage.removeItem(keyOf(report));
}
