import type { ErrorObject } from 'ajv/dist/2020.js';
import type { InputIssue } from '#errors/nianbao-error.ts';

/** Parameters in which a fault names a property of the place where it was found. */
const naming = ['additionalProperty', 'unevaluatedProperty', 'missingProperty'] as const;
const MOST_ISSUES = 20;
const LONGEST = 300;

/** The names of a JSON pointer, as they were before they were escaped. */
export function namesIn(pointer: string): string[] {
  return pointer
    .split('/')
    .slice(1)
    .map((name) => name.replaceAll('~1', '/').replaceAll('~0', '~'));
}

function step(name: string): string {
  if (/^[\p{ID_Start}_$][\p{ID_Continue}$-]*$/u.test(name)) return `.${name}`;
  return /^\d+$/u.test(name) ? `[${name}]` : `[${JSON.stringify(name)}]`;
}

/** A place as one would write it in JavaScript. */
export function placeOf(root: string, names: readonly string[]): string {
  return root + names.map(step).join('');
}

function clip(text: string): string {
  return text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text;
}

/** Ajv's words, with the values that it leaves out. */
function saidOf(keyword: string, params: ErrorObject['params'], message: string): string {
  if (keyword === 'enum') return `${message}: ${(params['allowedValues'] as unknown[]).map(sayValue).join(', ')}`;
  if (keyword === 'const') return `must be ${sayValue(params['allowedValue'])}`;
  return keyword === 'required' ? 'is required' : message;
}

/** A word as it is, anything else as JSON. */
function sayValue(value: unknown): string {
  return typeof value === 'string' && /^[\w.-]+$/u.test(value) ? value : JSON.stringify(value);
}

function issueOf(root: string, { instancePath, params, keyword, message = '' }: ErrorObject): InputIssue {
  const named = naming.flatMap((name) => (name in params ? [String(params[name])] : []));
  const path = placeOf(root, [...namesIn(instancePath), ...named]);
  return { path: clip(path), message: clip(saidOf(keyword, params, message)) };
}

/** What Ajv found, each fault once: a path as one would write it in JavaScript, `options.rows[0].title`, and what is wrong there. */
export function issuesOf(root: string, errors: readonly ErrorObject[] | null | undefined): InputIssue[] {
  const issues = (errors ?? []).map((error) => issueOf(root, error));
  const once = [...new Map(issues.map((issue) => [`${issue.path} ${issue.message}`, issue])).values()];
  if (once.length <= MOST_ISSUES) return once;
  const left = once.length - MOST_ISSUES + 1;
  return [...once.slice(0, MOST_ISSUES - 1), { path: root, message: `has ${left} more faults` }];
}

/** Faults as one sentence; of many, the first of them. */
export function sayIssues(issues: readonly InputIssue[], most: number = MOST_ISSUES): string {
  const said = issues.slice(0, most).map(({ path, message }) => `${path} ${message}`);
  return [...said, ...(issues.length > most ? ['…'] : [])].join('; ');
}
