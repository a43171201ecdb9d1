import type { FormDefinition } from './form-definition.ts';
import { compileForm, type Form } from './form.ts';

/** Declares a form and derives its cells, tables and equations. Throws when the declaration contradicts itself. */
export function defineForm<const Definition extends FormDefinition>(definition: Definition): Form<Definition> {
  return compileForm(definition);
}
