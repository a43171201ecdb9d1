import { defineForm } from '../define-form.ts';

/** Reports before the trial form: text as every body saw fit, with an annex of indicators that differed by place. */
export const beforeForms = defineForm({
  id: 'free',
  title: '2019年以前的年度报告（没有全国统一格式）',
  source: '政府信息公开条例（国务院令第492号）',
  validFrom: 2008,
  validTo: 2018,
  chapters: [],
  equations: [],
});
