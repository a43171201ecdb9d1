import { GraphQLError } from 'graphql';
import { sayIssue } from '#errors/invalid-input.ts';
import { sayParameter, type Locale } from '#errors/locale.ts';
import { toNianbaoError, type NianbaoError } from '#errors/nianbao-error.ts';
import { understood } from '#graphql/understood-error.ts';
import type { HttpLog } from './http-log.ts';

/**
 * Follows wrapped errors down to the one that our code threw; undefined when the query itself is wrong.
 */
function thrownBelow(error: GraphQLError): Error | undefined {
  let below: Error | undefined = error;
  while (below instanceof GraphQLError) {
    const known: Error = understood(below);
    if (known !== below) return known;
    below = below.originalError ?? undefined;
  }
  return below && understood(below);
}

function answer(error: GraphQLError, message: string, extensions: Record<string, unknown>): GraphQLError {
  const { nodes, source, positions, path } = error;
  return new GraphQLError(message, {
    nodes: nodes ?? null,
    source: source ?? null,
    positions: positions ?? null,
    path: path ?? null,
    extensions,
  });
}

/** What stands in the places of the sentence, by name; where in the input; and the code. */
function publicSide({ code, parameters, issues }: NianbaoError, locale: Locale): Record<string, unknown> {
  const said = Object.entries(parameters).map(([name, value]) => [name, sayParameter(value, locale)] as const);
  const faults = issues.map((issue) => ({ path: issue.path, message: sayIssue(issue, locale) }));
  return { ...Object.fromEntries(said), ...(faults.length > 0 ? { issues: faults } : {}), code };
}

/**
 * An error as a client may see it: a sentence, the code, what stands in the sentence and where in the input. Causes,
 * and what is not of the catalogue, go to the log alone.
 */
export function publicError(error: GraphQLError, locale: Locale, log: HttpLog): GraphQLError {
  const thrown = thrownBelow(error);
  // The query or its variables are wrong, as GraphQL itself says.
  if (!thrown) return error.originalError ? answer(error, error.message, { code: 'INPUT_INVALID' }) : error;
  const known = toNianbaoError(thrown);
  if (known.status >= 500) log({ level: 'error', message: known.message, cause: known });
  return answer(error, known.say(locale), publicSide(known, locale));
}
