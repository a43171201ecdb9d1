import { bodyKindOf } from '../body-kind.ts';
import { placeOf } from '../places.ts';
import type { Finding, Rule, Unassessable } from '../rule.ts';
import { onlyFor } from '../reasons.ts';
import type { Subject } from '../subject.ts';

function* judgeRegulations({ form, figure, organization }: Subject): Generator<Finding | Unassessable> {
  if (!bodyKindOf(organization).canNotMakeRegulations) {
    yield onlyFor('乡镇、街道和县级部门', 'towns, sub-districts and departments of counties');
    return;
  }
  for (const [path, cell] of form.cells) {
    const value = path.startsWith('proactiveDisclosure.regulations.') ? figure(path) : 0;
    if (typeof value === 'number' && value > 0)
      yield { place: placeOf(cell), paths: [path], expected: '0', actual: String(value) };
  }
}

/** What a body of that kind can not have. */
export const plausibilityRules = {
  IMPLAUSIBLE_REGULATIONS: {
    severity: 'WARNING',
    sentence: {
      zh: '“{place}”填报为 {actual}；这一级单位无权制定规章，请核对。',
      en: '“{place}” says {actual}, but a body of this kind can not make 规章.',
    },
    judge: judgeRegulations,
  },
} as const satisfies Record<string, Rule>;
