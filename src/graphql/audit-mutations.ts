import { encodeGlobalID } from '@pothos/plugin-relay';
import { defaultFieldResolver, type GraphQLField, type GraphQLSchema } from 'graphql';
import { describeKey, type ApiKeyDraft } from '#auth/api-key-draft.ts';
import type { Ending } from '#auth/audit-trail.ts';
import { NianbaoError } from '#errors/nianbao-error.ts';
import type { Context } from './context.ts';

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

/** What the arguments say of it besides, where the target alone tells too little. */
const detailsOf: Readonly<Record<string, (input: Members) => string | null>> = {
  createApiKey: (input) => describeKey(input as unknown as ApiKeyDraft),
  createReport: ({ organization, year }) => `${String(organization)} ${String(year)}`,
  importReport: (input) => firstText(input, ['organization']),
  saveOrganization: (input) => firstText(input, ['name']),
};

const LONGEST_DETAILS = 4000;

function globalId(type: string, { id }: Members): string | null {
  return typeof id === 'string' ? encodeGlobalID(type, id) : null;
}

/** The id of what was made, which is told only by what the resolver answers. */
const madeBy: Readonly<Record<string, (result: Members) => string | null>> = {
  createReport: (report) => globalId('Report', report),
  importReport: ({ report: id }) => globalId('Report', { id }),
  importReports: ({ batch }) => globalId('ImportBatch', membersOf(batch)),
  saveOrganization: ({ saved }) => globalId('Organization', membersOf(saved)),
  createApiKey: ({ key }) => firstText(membersOf(key), ['id']),
};

/** A result union is answered with what was done or with a refusal, other fields with nothing where there is nothing. */
function endingOf(operation: string, result: unknown): Ending {
  if (result === null || result === false) return { outcome: 'NOT_FOUND', target: null };
  const members = membersOf(result);
  // The plugin for result unions hides of what class an error is.
  const { source } = members;
  if (source instanceof NianbaoError) return { outcome: source.code, target: null };
  return { outcome: 'DONE', target: madeBy[operation]?.(members) ?? null };
}

function audit(field: GraphQLField<unknown, Context>): void {
  const { name: operation, resolve = defaultFieldResolver } = field;
  field.resolve = (root, args: Members, context, info) =>
    context.auditTrail.record(
      context,
      {
        operation,
        target: targetOf(args),
        details: detailsOf[operation]?.(membersOf(args['input']))?.slice(0, LONGEST_DETAILS) ?? null,
      },
      {
        run: async (): Promise<unknown> => resolve(root, args, context, info),
        endingOf: (result) => endingOf(operation, result),
      },
    );
}

/** Makes every mutation of the schema be written down in the audit log, refused ones too. */
export function auditMutations(schema: GraphQLSchema): void {
  for (const field of Object.values(schema.getMutationType()?.getFields() ?? {})) audit(field);
}
