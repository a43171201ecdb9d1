/** 内容审核, 校对, 保密审查: what a stage is for. */
export const duties = ['CONTENT', 'PROOFREADING', 'SECRECY'] as const;
export type Duty = (typeof duties)[number];

/** Roles that a stage may ask for. */
export const stageRoles = ['editor', 'reviewer', 'publisher', 'supervisor'] as const;
export type StageRole = (typeof stageRoles)[number];

/** One stage of the review that an organization gives its reports. */
export interface ReviewStage {
  readonly title: string;
  /** What who passes it is called on the review sheet, for example 科室负责人. */
  readonly post: string;
  /** What who passes it must be; administrators always may. */
  readonly role: StageRole;
  readonly duties: readonly Duty[];
  /** What is to be looked at, a sentence each. */
  readonly checklist: readonly string[];
}

/** How the reports of an organization, and of those below it that have no rule of their own, are reviewed. */
export interface ReviewPolicy {
  readonly stages: readonly ReviewStage[];
  /** One person passes one stage of a content only. */
  readonly onePersonOneStage: boolean;
}

/** 三审三校 as most local rules have it. */
export const defaultPolicy: ReviewPolicy = {
  stages: [
    {
      title: '一审一校',
      post: '编审人员',
      role: 'reviewer',
      duties: ['CONTENT', 'PROOFREADING'],
      checklist: ['文字、标点、数字无差错', '表内勾稽关系成立', '文字与表格数据一致'],
    },
    {
      title: '二审二校',
      post: '科室负责人',
      role: 'reviewer',
      duties: ['CONTENT', 'PROOFREADING'],
      checklist: ['事实、依据准确', '内容齐全、格式规范', '与上一年度数据衔接'],
    },
    {
      title: '三审三校',
      post: '分管负责人',
      role: 'reviewer',
      duties: ['CONTENT', 'PROOFREADING', 'SECRECY'],
      checklist: ['政治方向和社会效果', '不涉及国家秘密、商业秘密和个人隐私', '同意对外公布'],
    },
  ],
  onePersonOneStage: true,
};
