import type { ErrorObject } from 'ajv/dist/2020.js';
import type { InputIssue } from '#errors/nianbao-error.ts';

/** Parameters in which a fault names a property of the place where it was found. */
const naming = ['additionalProperty', 'unevaluatedProperty', 'missingProperty'] as const;

/** The names of a JSON pointer, as they were before they were escaped. */
function namesIn(pointer: string): string[] {
  return pointer
    .split('/')
    .slice(1)
    .map((name) => name.replaceAll('~1', '/').replaceAll('~0', '~'));
}

function step(name: string): string {
  if (/^[\p{ID_Start}_$][\p{ID_Continue}$-]*$/u.test(name)) return `.${name}`;
  return /^\d+$/u.test(name) ? `[${name}]` : `[${JSON.stringify(name)}]`;
}

function issueOf(root: string, { instancePath, params, keyword, message = '' }: ErrorObject): InputIssue {
  const named = naming.flatMap((name) => (name in params ? [String(params[name])] : []));
  const path = root + [...namesIn(instancePath), ...named].map(step).join('');
  const choices = keyword === 'enum' ? `: ${(params['allowedValues'] as unknown[]).join(', ')}` : '';
  return { path, message: message + choices };
}

/** What Ajv found, each fault once: a path as one would write it in JavaScript, `options.rows[0].title`, and what is wrong there. */
export function issuesOf(root: string, errors: readonly ErrorObject[] | null | undefined): InputIssue[] {
  const issues = (errors ?? []).map((error) => issueOf(root, error));
  return [...new Map(issues.map((issue) => [`${issue.path} ${issue.message}`, issue])).values()];
}

/** Faults as one sentence. */
export function sayIssues(issues: readonly InputIssue[]): string {
  return issues.map(({ path, message }) => `${path} ${message}`).join('; ');
}
