import type { Form } from '#forms/form.ts';
import { forms } from '#forms/index.ts';
import { builder } from '../builder.ts';

/** A version of the national form. */
export const FormRef = builder.objectRef<Form>('Form').implement({
  description: 'A version of the national form.',
  fields: (t) => ({
    id: t.exposeString('id'),
    title: t.string({ resolve: ({ definition }) => definition.title }),
    validFrom: t.int({ resolve: ({ definition }) => definition.validFrom }),
    validTo: t.int({
      description: '9999 while the form is in force.',
      resolve: ({ definition }) => definition.validTo,
    }),
  }),
});

builder.queryField('forms', (t) =>
  t.field({
    type: [FormRef],
    description: 'The versions of the national form that this gateway knows.',
    resolve: () => [...forms],
  }),
);
