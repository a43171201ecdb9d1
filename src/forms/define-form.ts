import type { FormDefinition } from './form-definition.ts';
import { compileForm } from './compile-form.ts';
import type { Form } from './form.ts';

/** Declares a form and derives its cells, tables and equations. Throws when the declaration contradicts itself. */
export function defineForm<const Definition extends FormDefinition>(definition: Definition): Form<Definition> {
  return compileForm(definition);
}
