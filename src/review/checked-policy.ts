import type { ReviewPolicy, ReviewStage } from '#reports/review-policy.ts';
import { refuseAny, type StepIssue } from './refusals.ts';

/** More is no review but a ritual. */
const most = { stages: 10, words: 100, items: 50 };

/** The policy as it is to be kept; INPUT_INVALID with every place that can not be taken. */
export function checkedPolicy({ stages, onePersonOneStage }: ReviewPolicy): ReviewPolicy {
  const count = { path: 'stages', reason: 'STAGE_COUNT', parameters: { most: most.stages } } as const;
  refuseAny([
    ...(stages.length === 0 || stages.length > most.stages ? [count] : []),
    ...stages.flatMap((stage, index) => stageIssues(stage, `stages.${index}`)),
  ]);
  return { stages: stages.map(trimmed), onePersonOneStage };
}

function trimmed(stage: ReviewStage): ReviewStage {
  const { role, duties } = stage;
  const checklist = stage.checklist.map((item) => item.trim());
  return { title: stage.title.trim(), post: stage.post.trim(), role, duties: [...new Set(duties)], checklist };
}

function stageIssues({ title, post, checklist }: ReviewStage, path: string): StepIssue[] {
  const texts = [
    [`${path}.title`, title],
    [`${path}.post`, post],
    ...checklist.map((item, index) => [`${path}.checklist.${index}`, item] as const),
  ] as const;
  const parameters = { most: most.words };
  const wordy = texts.filter(([, text]) => text.trim() === '' || text.length > most.words);
  const long = { path: `${path}.checklist`, reason: 'CHECKLIST_LONG', parameters: { most: most.items } } as const;
  return [
    ...wordy.map(([place]) => ({ path: place, reason: 'WORDS', parameters }) as const),
    ...(checklist.length > most.items ? [long] : []),
  ];
}
