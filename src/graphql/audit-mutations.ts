import { encodeGlobalID } from '@pothos/plugin-relay';
import { defaultFieldResolver, type GraphQLField, type GraphQLSchema } from 'graphql';
import type { Ending } from '#auth/audit-trail.ts';
import { NianbaoError } from '#errors/nianbao-error.ts';
import type { Context } from './context.ts';
import { Refusal } from './refusals.ts';

type Members = Readonly<Record<string, unknown>>;

function membersOf(value: unknown): Members {
  return typeof value === 'object' && value !== null ? (value as Members) : {};
}

/** The first of the members that is a text. */
function firstText(members: Members, names: readonly string[]): string | null {
  const found = names.map((name) => members[name]).find((value) => typeof value === 'string' && value !== '');
  return (found as string | undefined) ?? null;
}

const LONGEST_TARGET = 200;

/** What the arguments say that it is done to: an id or a name, never a document. */
function targetOf(args: Members): string | null {
  const input = membersOf(args['input']);
  const target = firstText(args, ['id', 'name']) ?? firstText(input, ['id', 'report', 'name', 'organization']);
  return target && target.slice(0, LONGEST_TARGET);
}

/** A result union is answered with what was done, which has the id of a report that was made, or with a refusal. */
function endingOf(result: unknown): Ending {
  // The plugin for result unions hides of what class an error is.
  const { source, id, report } = membersOf(result);
  if (source instanceof NianbaoError) return { outcome: source.code, target: null };
  const made = [id, report].find((value) => typeof value === 'string');
  return { outcome: 'DONE', target: typeof made === 'string' ? encodeGlobalID('Report', made) : null };
}

/** What no result union takes is the error that it stands for. */
async function unwrapped(work: () => unknown): Promise<unknown> {
  try {
    return await work();
  } catch (error) {
    throw error instanceof Refusal ? error.source : error;
  }
}

function audit(field: GraphQLField<unknown, Context>): void {
  const { name: operation, resolve = defaultFieldResolver } = field;
  field.resolve = (root, args: Members, context, info) =>
    context.auditTrail.record(
      context,
      { operation, target: targetOf(args) },
      {
        run: () => unwrapped(() => resolve(root, args, context, info)),
        endingOf,
      },
    );
}

/** Makes every mutation of the schema be written down in the audit log, refused ones too. */
export function auditMutations(schema: GraphQLSchema): void {
  for (const field of Object.values(schema.getMutationType()?.getFields() ?? {})) audit(field);
}
