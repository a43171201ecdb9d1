import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import { RE2JS } from 're2js';
import { NianbaoError, type InputIssue } from '#errors/nianbao-error.ts';
import type { OptionsSchema } from '#plugin-api/manifest.ts';
import type { RenderPhase } from '../running/renderer-fault.ts';
import { sizeFault } from './options-size.ts';
import { countSchemas } from './schema-bounds.ts';
import { issuesOf, sayIssues } from './schema-faults.ts';

/** Faults that the sentence names; the issues have more. */
const MOST_SAID = 3;

type Options = Readonly<Record<string, unknown>>;

/** Completes and checks options, or throws RENDERER_OPTIONS_INVALID with the path of each fault. */
export type OptionsCheck = (options: Options) => Options;

/** Patterns are a plugin's, texts are anybody's: matching takes linear time, and look-behind is no pattern. */
function linearPattern(pattern: string, flags: string) {
  const compiled = RE2JS.compile(RE2JS.translateRegExp(pattern), flags.includes('i') ? RE2JS.CASE_INSENSITIVE : 0);
  return { test: (text: string) => compiled.matcher(text).find(), toString: () => `/${pattern}/${flags}` };
}

/** Ajv asks how the engine is named in code that it never writes here. */
const regExp = Object.assign(linearPattern, { code: 'linearPattern' });

function compile(schema: OptionsSchema): ValidateFunction {
  // An instance for each schema: two plugins may use the same $id.
  const settings = {
    allErrors: true,
    useDefaults: true,
    strict: false,
    validateFormats: false,
    logger: false,
    // An option may be called `constructor`; and 0.07 is a multiple of 0.01.
    ownProperties: true,
    multipleOfPrecision: 9,
  } as const;
  return new Ajv2020({ ...settings, code: { regExp } }).compile(schema);
}

/** Whose options they are. */
export interface OptionsOwner {
  readonly renderer: string;
  readonly version: string;
}

/** RENDERER_OPTIONS_INVALID with the path of each fault. */
export function optionsInvalid(owner: OptionsOwner, issues: readonly InputIssue[]): NianbaoError {
  const parameters = { ...owner, phase: 'validate' satisfies RenderPhase, reason: sayIssues(issues, MOST_SAID) };
  return new NianbaoError('RENDERER_OPTIONS_INVALID', parameters, { issues });
}

/** Compiles a renderer's options schema. Throws when the schema itself is wrong, or too much. */
export function compileOptions(owner: OptionsOwner, schema: OptionsSchema): OptionsCheck {
  const schemas = countSchemas(schema);
  const validate = compile(schema);
  return (given) => {
    const message = sizeFault(given, schemas);
    if (message !== undefined) throw optionsInvalid(owner, [{ path: 'options', message }]);
    const options = structuredClone(given);
    if (validate(options)) return options;
    throw optionsInvalid(owner, issuesOf('options', validate.errors));
  };
}
