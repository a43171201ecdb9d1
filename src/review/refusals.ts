import { NianbaoError } from '#errors/nianbao-error.ts';
import type { Parameters, Sentence } from '#errors/locale.ts';

/** Why a step of a report's way to readers is refused, as its people are told. docs/review.md explains each. */
const sentences = {
  UNKNOWN_CELL: { zh: '表格中没有这个单元格。', en: 'The form has no such cell.' },
  NOT_A_COUNT: { zh: '应填写整数，或留空。', en: 'It takes a whole number or null.' },
  NOT_AN_AMOUNT: {
    zh: '应填写数字（如 "72701.2578"），或留空。',
    en: 'It takes a decimal such as "72701.2578" or null.',
  },
  UNKNOWN_CHAPTER: { zh: '报告中没有这一章。', en: 'The form has no such chapter.' },
  NOT_A_TEXT: { zh: '应填写文字，最多 {most} 字。', en: 'It takes text of at most {most} characters.' },
  TITLE_BLANK: { zh: '标题不能为空，最多 {most} 字。', en: 'A title has 1 to {most} characters.' },
  YEAR_ODD: { zh: '年度应在 {from} 至 {to} 之间。', en: 'The year is one from {from} to {to}.' },
  UNKNOWN_FORM: { zh: '没有这一版格式。', en: 'There is no such form.' },
  NO_FORM_FOR_YEAR: { zh: '没有适用于{year}年度的格式。', en: 'No form is known for {year}.' },
  ORGANIZATION_BLANK: { zh: '单位名称不能为空。', en: 'The name of the organization is blank.' },
  STEP_NOT_NOW: {
    zh: '报告处于“{status}”状态，不能{step}。',
    en: 'The report is {status}, where it can not be {step}.',
  },
  STAGE_UNKNOWN: { zh: '审校共 {count} 个环节。', en: 'The review has {count} stages.' },
  STAGE_NOT_NEXT: { zh: '现在应进行第 {next} 个环节。', en: 'Stage {next} is the one to be passed now.' },
  STAGE_OF_OTHERS: {
    zh: '本环节由具有“{role}”角色的人员办理。',
    en: 'This stage is passed by somebody with the role {role}.',
  },
  SECOND_STAGE: {
    zh: '您已通过本稿的第 {stage} 个环节，同一人不能再通过另一个环节。',
    en: 'You passed stage {stage} of this content; nobody passes two.',
  },
  NOT_PROOFREAD: { zh: '本环节含校对，通过前应完成校对。', en: 'This stage includes proofreading, which comes first.' },
  REASON_MISSING: { zh: '请填写理由。', en: 'Give a reason.' },
  NOTE_TOO_LONG: { zh: '最多 {most} 字。', en: 'At most {most} characters.' },
  BLOCKED: { zh: '有 {count} 项错误未更正，也未说明理由。', en: '{count} errors are neither mended nor explained.' },
  STAGES_MISSING: {
    zh: '本稿尚未通过全部审校环节（已通过 {passed}，共 {count}）。',
    en: 'This content has passed {passed} of {count} stages.',
  },
  SECRECY_MISSING: { zh: '本稿尚未进行保密审查。', en: 'This content has had no secrecy review.' },
  PERSONAL_DATA: {
    zh: '文字中有 {count} 处疑似个人信息，请核对后确认。',
    en: '{count} places of the text look like personal data; look at them and acknowledge it.',
  },
  PERSONAL_DATA_FOUND: { zh: '疑似个人信息：{text}', en: 'This looks like personal data: {text}' },
  CORRECTION_UNEXPLAINED: { zh: '请说明更正了什么，读者会看到。', en: 'Say what was corrected; readers will see it.' },
  STAGE_COUNT: { zh: '应有 1 至 {most} 个环节。', en: 'A review has 1 to {most} stages.' },
  WORDS: { zh: '应为 1 至 {most} 字。', en: 'It takes 1 to {most} characters.' },
  NOT_A_DAY: { zh: '应填写月和日，如 "01-31"。', en: 'It takes a month and a day such as "01-31".' },
  CHECKLIST_LONG: { zh: '最多 {most} 项。', en: 'At most {most} items.' },
  NEVER_PUBLISHED: {
    zh: '报告从未公布，无可撤回。',
    en: 'The report was never published; there is nothing to withdraw.',
  },
} as const satisfies Record<string, Sentence>;

export type RefusalReason = keyof typeof sentences;

/** Something that is wrong with a step, and where. */
export interface StepIssue {
  readonly path: string;
  readonly reason: RefusalReason;
  readonly parameters?: Parameters;
}

/** INPUT_INVALID with every issue; its own sentence is that of the first. */
export function refuse(issues: readonly StepIssue[]): NianbaoError {
  const said = issues.map(({ path, reason, parameters = {} }) => {
    const phrase = { sentence: sentences[reason], parameters };
    return { path, message: sentences[reason].en, phrase };
  });
  const [first] = said;
  return new NianbaoError('INPUT_INVALID', { reason: first?.phrase ?? '' }, { issues: said });
}

/** Throws when there is anything wrong. */
export function refuseAny(issues: readonly StepIssue[]): void {
  if (issues.length > 0) throw refuse(issues);
}
