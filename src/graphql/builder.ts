import SchemaBuilder from '@pothos/core';
import ComplexityPlugin from '@pothos/plugin-complexity';
import ErrorsPlugin from '@pothos/plugin-errors';
import RelayPlugin from '@pothos/plugin-relay';
import ScopeAuthPlugin, { AuthScopeFailureType, type AuthFailure } from '@pothos/plugin-scope-auth';
import { can } from '#auth/can.ts';
import type { Action } from '#auth/permissions.ts';
import { forbidden } from '#auth/forbidden.ts';
import type { Context } from './context.ts';
import { costOf, queryLimits, queryTooLarge } from './query-limits.ts';
import { ForbiddenRefusal } from './refusals.ts';

/** TypeScript types that stand behind the schema. */
export interface SchemaTypes {
  Context: Context;
  AuthScopes: {
    /** Whoever asks may do it somewhere; the resolver sees whether there. */
    may: Action;
  };
  DefaultFieldNullability: false;
  DefaultEdgesNullability: false;
  DefaultNodeNullability: false;
  /** What every connection has besides its edges. */
  Connection: { readonly count: () => Promise<number> };
  Scalars: {
    DateTime: { Input: Date; Output: Date };
    LocalDate: { Input: string; Output: string };
    Count: { Input: number; Output: number };
    CountChange: { Input: number; Output: number };
    Decimal: { Input: string; Output: string };
    JSONObject: { Input: Record<string, unknown>; Output: Readonly<Record<string, unknown>> };
    File: { Input: File; Output: never };
  };
}

/** What was not allowed: `may` is the one scope that there is, and `can` finds out nothing else. */
function actionOf(failure: AuthFailure): Action {
  if (failure.kind === AuthScopeFailureType.AuthScope) return failure.parameter as Action;
  const [first] = 'failures' in failure ? failure.failures : [];
  if (!first) throw new Error('A scope failed that is none of ours.');
  return actionOf(first);
}

/** The one builder of the schema; the files of `schema/` declare its types. */
export const builder = new SchemaBuilder<SchemaTypes>({
  // The first is the outermost: what scopes refuse becomes a member of a result union.
  plugins: [ErrorsPlugin, ComplexityPlugin, ScopeAuthPlugin, RelayPlugin],
  scopeAuth: {
    authScopes: ({ viewer }) => ({ may: (action) => can(viewer, action) }),
    authorizeOnSubscribe: true,
    unauthorizedError: (_parent, _context, _info, { failure }) => new ForbiddenRefusal(forbidden(actionOf(failure))),
  },
  complexity: { limit: queryLimits, fieldComplexity: costOf, complexityError: queryTooLarge },
  defaultFieldNullability: false,
  relay: {
    cursorType: 'String',
    nodesQueryOptions: false,
    nodeQueryOptions: { nullable: true },
    edgesFieldOptions: { nullable: false },
    nodeFieldOptions: { nullable: false },
  },
  errors: { directResult: true },
});

// Its resolver alone counts: a query that does not ask for the total costs no count.
builder.globalConnectionField('totalCount', (t) => t.int({ resolve: ({ count }) => count() }));

/** Where a field's value stands in a stored report; `selection.ts` makes the projection of it. */
export type StoredPlace =
  /** One step down, from where the object that has the field stands. */
  | { readonly segment: string }
  /** Paths from the top of the report. */
  | { readonly reads: readonly string[] }
  /** The same, where they depend on the field's arguments. */
  | { readonly readsFor: (args: Readonly<Record<string, unknown>>) => readonly string[] }
  /** The whole report. */
  | 'all';

/** Marks a field of a stored report with where its value stands. */
export function stored(place: StoredPlace): { readonly extensions: { readonly stored: StoredPlace } } {
  return { extensions: { stored: place } };
}
