import type { StepIssue } from './refusals.ts';

const most = 2000;

/** What is wrong with a note. */
export function noteIssues(note: string | undefined): StepIssue[] {
  if ((note?.length ?? 0) <= most) return [];
  return [{ path: 'note', reason: 'NOTE_TOO_LONG', parameters: { most } }];
}
