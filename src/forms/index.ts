import type { Form } from './form.ts';
import { beforeForms } from './national/before-2019.ts';
import { national2019 } from './national/2019.ts';
import { national2021 } from './national/2021.ts';

/** Every version of the national form that is known, newest first. A new form is one file and one row here. */
export const forms: readonly Form[] = [national2021, national2019];

/** The form of that id, or undefined. */
function findForm(id: string): Form | undefined {
  return [...forms, beforeForms].find((form) => form.id === id);
}

/** The form of a stored report. Throws when the id is unknown, which only a damaged store can cause. */
export function formOf(report: { readonly form: string }): Form {
  const form = findForm(report.form);
  if (!form) throw new Error(`The form “${report.form}” is unknown.`);
  return form;
}
