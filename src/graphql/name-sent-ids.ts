import { defaultFieldResolver, type GraphQLField, type GraphQLSchema } from 'graphql';
import { hasCode, NianbaoError } from '#errors/nianbao-error.ts';
import type { Context } from './context.ts';
import { readGlobalId } from './global-ids.ts';
import type { Refusal } from './refusals.ts';
import { understood } from './understood-error.ts';

/** Inputs are not deeper; what is, is a document. */
const DEEPEST = 4;

function textsIn(value: unknown, depth = 0): string[] {
  if (typeof value === 'string') return [value];
  if (typeof value !== 'object' || value === null || depth > DEEPEST) return [];
  return Object.values(value).flatMap((below) => textsIn(below, depth + 1));
}

/** What was not found, by the id that was sent: ids of the store mean nothing to whoever asks. */
function asSent(error: unknown, args: unknown): unknown {
  if (!hasCode(error, 'NOT_FOUND')) return error;
  const { id } = error.parameters;
  const sent = textsIn(args).find((text) => readGlobalId(text)?.id === id);
  return sent === undefined ? error : new NianbaoError('NOT_FOUND', { id: sent }, { cause: error });
}

function isRefusal(value: unknown): value is Refusal {
  return typeof value === 'object' && value !== null && 'source' in value && value.source instanceof NianbaoError;
}

async function naming(args: unknown, work: () => unknown): Promise<unknown> {
  try {
    const result = await work();
    if (isRefusal(result)) result.source = asSent(result.source, args) as NianbaoError;
    return result;
  } catch (error) {
    throw asSent(understood(error), args);
  }
}

function wrap(field: GraphQLField<unknown, Context>): void {
  const { resolve = defaultFieldResolver, subscribe } = field;
  field.resolve = (root, args: unknown, context, info) => naming(args, () => resolve(root, args, context, info));
  if (subscribe)
    field.subscribe = (root, args: unknown, context, info) => naming(args, () => subscribe(root, args, context, info));
}

/** Makes whatever the schema does not find be named as whoever asked named it. */
export function nameSentIds(schema: GraphQLSchema): void {
  const types = [schema.getQueryType(), schema.getMutationType(), schema.getSubscriptionType()];
  for (const field of types.flatMap((type) => Object.values(type?.getFields() ?? {}))) wrap(field);
}
